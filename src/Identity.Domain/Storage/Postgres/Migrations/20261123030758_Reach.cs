using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "handed_at",
                table: "outbox",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "channel",
                table: "mailbox",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "email_unreachable_at",
                table: "accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "day_budgets",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_budgets", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "former_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    removed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proof = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    paused_until = table.Column<long>(type: "bigint", nullable: true),
                    used_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "phones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    takes_texts = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: false),
                    reached_at = table.Column<long>(type: "bigint", nullable: true),
                    unreachable_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phones", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_day_budgets_ends_at",
                table: "day_budgets",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_former_contacts_account_id",
                table: "former_contacts",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_contacts_removed_at",
                table: "former_contacts",
                column: "removed_at");

            migrationBuilder.CreateIndex(
                name: "ix_letter_codes_account_id_created_at",
                table: "letter_codes",
                columns: new[] { "account_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_codes_expires_at",
                table: "letter_codes",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_letter_codes_proof",
                table: "letter_codes",
                column: "proof");

            migrationBuilder.CreateIndex(
                name: "ix_phones_account_id_number",
                table: "phones",
                columns: new[] { "account_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_phones_number",
                table: "phones",
                column: "number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "day_budgets");

            migrationBuilder.DropTable(
                name: "former_contacts");

            migrationBuilder.DropTable(
                name: "letter_codes");

            migrationBuilder.DropTable(
                name: "phones");

            migrationBuilder.DropColumn(
                name: "handed_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "mailbox");

            migrationBuilder.DropColumn(
                name: "email_unreachable_at",
                table: "accounts");
        }
    }
}
