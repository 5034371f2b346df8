using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CredentialTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "proofs",
                table: "sessions",
                type: "TEXT",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            // Until now there was nothing but passwords.
            migrationBuilder.Sql("UPDATE sessions SET proofs = 'password=' || auth_time");

            // Without the copy of the whole table that the engine's provider would make of it.
            migrationBuilder.Sql("ALTER TABLE sessions DROP COLUMN auth_time");
            migrationBuilder.Sql("ALTER TABLE sessions DROP COLUMN amr");

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "sessions",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "acr",
                table: "grants",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "aal1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "proofs",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "acr",
                table: "grants");

            migrationBuilder.RenameColumn(
                name: "device",
                table: "sessions",
                newName: "amr");

            migrationBuilder.AddColumn<long>(
                name: "auth_time",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
