using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SupportScreens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "support_screens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    screen = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    number_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_screens", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_support_screens_expires_at",
                table: "support_screens",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_screens_number_hash",
                table: "support_screens",
                column: "number_hash");

            migrationBuilder.CreateIndex(
                name: "ix_support_screens_screen",
                table: "support_screens",
                column: "screen");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "support_screens");
        }
    }
}
