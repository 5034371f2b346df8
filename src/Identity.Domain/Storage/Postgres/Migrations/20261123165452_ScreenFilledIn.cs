using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ScreenFilledIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "has",
                table: "support_screens",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lost",
                table: "support_screens",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "has",
                table: "support_screens");

            migrationBuilder.DropColumn(
                name: "lost",
                table: "support_screens");
        }
    }
}
