using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SupportActions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "support_looks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "duress_at",
                table: "support_looks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "support_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    look_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    number_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    passed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    look_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    target = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    approver_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    stop_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_support_checks_expires_at",
                table: "support_checks",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_checks_look_id",
                table: "support_checks",
                column: "look_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_checks_number_hash",
                table: "support_checks",
                column: "number_hash");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_account_id",
                table: "support_requests",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_approver_id",
                table: "support_requests",
                column: "approver_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_due_at",
                table: "support_requests",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_expires_at",
                table: "support_requests",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_look_id",
                table: "support_requests",
                column: "look_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_stop_hash",
                table: "support_requests",
                column: "stop_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "support_checks");

            migrationBuilder.DropTable(
                name: "support_requests");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "support_looks");

            migrationBuilder.DropColumn(
                name: "duress_at",
                table: "support_looks");
        }
    }
}
