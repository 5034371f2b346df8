using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LogoutDeliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "first_session_id",
                table: "grants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "backchannel_logout_uri",
                table: "clients",
                type: "TEXT",
                maxLength: 2048,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "logout_deliveries",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ending = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logout_deliveries", x => new { x.session_id, x.client_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_logout_deliveries_account_id",
                table: "logout_deliveries",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_logout_deliveries_due_at",
                table: "logout_deliveries",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_logout_deliveries_expires_at",
                table: "logout_deliveries",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "logout_deliveries");

            migrationBuilder.DropColumn(
                name: "first_session_id",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "backchannel_logout_uri",
                table: "clients");
        }
    }
}
