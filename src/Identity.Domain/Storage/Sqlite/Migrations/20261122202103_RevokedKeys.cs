using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RevokedKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_signing_keys_algorithm_signs_from",
                table: "signing_keys");

            migrationBuilder.AddColumn<long>(
                name: "last_seal",
                table: "signing_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "revoked_at",
                table: "signing_keys",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_seal",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "revoked_at",
                table: "signing_keys");

            migrationBuilder.CreateIndex(
                name: "ix_signing_keys_algorithm_signs_from",
                table: "signing_keys",
                columns: new[] { "algorithm", "signs_from" },
                unique: true);
        }
    }
}
