using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "organisation_id",
                table: "clients",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "clients",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "client_versions",
                columns: table => new
                {
                    client_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    registration = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_versions", x => new { x.client_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "release_requests",
                columns: table => new
                {
                    client_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    open_to = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_requests", x => x.client_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_clients_organisation_id_client_id",
                table: "clients",
                columns: new[] { "organisation_id", "client_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "client_versions");

            migrationBuilder.DropTable(
                name: "release_requests");

            migrationBuilder.DropIndex(
                name: "ix_clients_organisation_id_client_id",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "version",
                table: "clients");
        }
    }
}
