using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SupportLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "support_flags",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_by = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_flags", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "support_looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_references",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_references", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_support_looks_at",
                table: "support_looks",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_support_looks_staff_id_at",
                table: "support_looks",
                columns: new[] { "staff_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_support_references_account_id_at",
                table: "support_references",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_support_references_expires_at",
                table: "support_references",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "support_flags");

            migrationBuilder.DropTable(
                name: "support_looks");

            migrationBuilder.DropTable(
                name: "support_references");
        }
    }
}
