using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ClientTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "traced_until",
                table: "clients",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "traces_left",
                table: "clients",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "traced_requests",
                columns: table => new
                {
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    contents = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traced_requests", x => new { x.client_id, x.place });
                });

            migrationBuilder.CreateIndex(
                name: "ix_traced_requests_expires_at",
                table: "traced_requests",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "traced_requests");

            migrationBuilder.DropColumn(
                name: "traced_until",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "traces_left",
                table: "clients");
        }
    }
}
