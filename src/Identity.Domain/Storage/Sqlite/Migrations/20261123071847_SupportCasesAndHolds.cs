using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SupportCasesAndHolds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "case_id",
                table: "support_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "case_id",
                table: "support_looks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "proves",
                table: "support_checks",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "failed_at",
                table: "outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "support_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ending = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_corrections",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_corrections", x => x.request_id);
                });

            migrationBuilder.CreateTable(
                name: "support_holds",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    held_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_holds", x => x.account_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_case_id",
                table: "support_requests",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_account_id",
                table: "outbox",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_cases_account_id",
                table: "support_cases",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_cases_closed_at",
                table: "support_cases",
                column: "closed_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_cases_due_at",
                table: "support_cases",
                column: "due_at",
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_support_cases_reference",
                table: "support_cases",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_corrections_expires_at",
                table: "support_corrections",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_holds_ends_at",
                table: "support_holds",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "support_cases");

            migrationBuilder.DropTable(
                name: "support_corrections");

            migrationBuilder.DropTable(
                name: "support_holds");

            migrationBuilder.DropIndex(
                name: "ix_support_requests_case_id",
                table: "support_requests");

            migrationBuilder.DropIndex(
                name: "ix_outbox_account_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "case_id",
                table: "support_requests");

            migrationBuilder.DropColumn(
                name: "case_id",
                table: "support_looks");

            migrationBuilder.DropColumn(
                name: "proves",
                table: "support_checks");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "failed_at",
                table: "outbox");
        }
    }
}
