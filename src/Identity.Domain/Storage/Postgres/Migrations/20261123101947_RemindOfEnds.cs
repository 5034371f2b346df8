using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RemindOfEnds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "remind_at",
                table: "verifications",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "remind_at",
                table: "evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_verifications_remind_at",
                table: "verifications",
                column: "remind_at");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_remind_at",
                table: "evidence",
                column: "remind_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_verifications_remind_at",
                table: "verifications");

            migrationBuilder.DropIndex(
                name: "ix_evidence_remind_at",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "remind_at",
                table: "verifications");

            migrationBuilder.DropColumn(
                name: "remind_at",
                table: "evidence");
        }
    }
}
