using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Identity.Domain.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SupportStaff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sign = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seed = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    invited_by = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    witness_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: true),
                    witnessed_by = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_invitations",
                columns: table => new
                {
                    code_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_invitations", x => x.code_hash);
                });

            migrationBuilder.CreateTable(
                name: "staff_passkeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    algorithm = table.Column<int>(type: "INTEGER", nullable: false),
                    aaguid = table.Column<Guid>(type: "TEXT", nullable: false),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    backup_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    attested = table.Column<bool>(type: "INTEGER", nullable: false),
                    hardware_bound = table.Column<bool>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_passkeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_email_key",
                table: "staff",
                column: "email_key",
                unique: true,
                filter: "left_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sign",
                table: "staff",
                column: "sign",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_invitations_expires_at",
                table: "staff_invitations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_staff_invitations_staff_id",
                table: "staff_invitations",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkeys_credential_id",
                table: "staff_passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkeys_staff_id",
                table: "staff_passkeys",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_roles_expires_at",
                table: "staff_roles",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_staff_roles_staff_id",
                table: "staff_roles",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_expires_at",
                table: "staff_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_key_hash",
                table: "staff_sessions",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_staff_id",
                table: "staff_sessions",
                column: "staff_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "staff_invitations");

            migrationBuilder.DropTable(
                name: "staff_passkeys");

            migrationBuilder.DropTable(
                name: "staff_roles");

            migrationBuilder.DropTable(
                name: "staff_sessions");
        }
    }
}
