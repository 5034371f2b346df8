using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
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
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            // Until now there was nothing but passwords.
            migrationBuilder.Sql("UPDATE sessions SET proofs = 'password=' || auth_time");

            migrationBuilder.DropColumn(
                name: "auth_time",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "amr",
                table: "sessions");

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "sessions",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "acr",
                table: "grants",
                type: "character varying(64)",
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
