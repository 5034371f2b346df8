using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IdentityRecord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contra_indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    found_by = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: false),
                    found_at = table.Column<long>(type: "bigint", nullable: false),
                    found_txn = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: true),
                    relieved = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contra_indicators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verifier = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    piece = table.Column<string>(type: "character varying(129)", maxLength: 129, nullable: false),
                    strength = table.Column<int>(type: "integer", nullable: false),
                    validity = table.Column<int>(type: "integer", nullable: false),
                    activity = table.Column<int>(type: "integer", nullable: false),
                    fraud = table.Column<int>(type: "integer", nullable: false),
                    verification = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_marks",
                columns: table => new
                {
                    mark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_marks", x => new { x.mark, x.evidence_id });
                });

            migrationBuilder.CreateTable(
                name: "mitigations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mitigations", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contra_indicators_account_id",
                table: "contra_indicators",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_contra_indicators_ends_at",
                table: "contra_indicators",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_account_id",
                table: "evidence",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_ends_at",
                table: "evidence",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_identity_marks_ends_at",
                table: "identity_marks",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_identity_marks_evidence_id",
                table: "identity_marks",
                column: "evidence_id");

            migrationBuilder.CreateIndex(
                name: "ix_mitigations_ends_at",
                table: "mitigations",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contra_indicators");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "identity_marks");

            migrationBuilder.DropTable(
                name: "mitigations");
        }
    }
}
