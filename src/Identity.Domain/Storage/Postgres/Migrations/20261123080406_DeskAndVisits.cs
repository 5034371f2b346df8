using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DeskAndVisits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "desk_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    result = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_openings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_visits", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_desk_openings_at",
                table: "desk_openings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_desk_openings_staff_id_at",
                table: "desk_openings",
                columns: new[] { "staff_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_support_visits_account_id",
                table: "support_visits",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_visits_code_hash",
                table: "support_visits",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_visits_expires_at",
                table: "support_visits",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk_openings");

            migrationBuilder.DropTable(
                name: "support_visits");
        }
    }
}
