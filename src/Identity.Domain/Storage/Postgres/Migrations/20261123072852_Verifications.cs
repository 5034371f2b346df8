using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Verifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "verifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verifier = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    busy_until = table.Column<long>(type: "bigint", nullable: true),
                    look_at = table.Column<long>(type: "bigint", nullable: true),
                    callback_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    handle_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    handoff_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    handoff_until = table.Column<long>(type: "bigint", nullable: true),
                    device_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    reason = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verifier_closures",
                columns: table => new
                {
                    verifier = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    why = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verifier_closures", x => x.verifier);
                });

            migrationBuilder.CreateTable(
                name: "verifier_values",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verifier_values", x => x.key_hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_verifications_account_id",
                table: "verifications",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_callback_hash",
                table: "verifications",
                column: "callback_hash");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_expires_at",
                table: "verifications",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_handle_hash",
                table: "verifications",
                column: "handle_hash");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_handoff_hash",
                table: "verifications",
                column: "handoff_hash");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_look_at",
                table: "verifications",
                column: "look_at");

            migrationBuilder.CreateIndex(
                name: "ix_verifier_values_ends_at",
                table: "verifier_values",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "verifications");

            migrationBuilder.DropTable(
                name: "verifier_closures");

            migrationBuilder.DropTable(
                name: "verifier_values");
        }
    }
}
