using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class UpstreamLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "upstream_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    last_used_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_upstream_links", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_upstream_links_account_id_provider",
                table: "upstream_links",
                columns: new[] { "account_id", "provider" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_upstream_links_subject_hash",
                table: "upstream_links",
                column: "subject_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "upstream_links");
        }
    }
}
