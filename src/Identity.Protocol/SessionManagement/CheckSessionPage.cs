using System.Security.Cryptography;
using System.Text;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.SessionManagement;

/// <summary>
/// The page that applications frame (OpenID Connect Session Management §3.2). It answers whoever asks, because the hash holds for
/// one origin alone; it shows nothing, sends nothing anywhere else, and runs no script but its own.
/// </summary>
internal static class CheckSessionPage
{
    private static readonly Lazy<(string Html, string Policy)> Plain = new(() => Write(BrowserCookies.State));
    private static readonly Lazy<(string Html, string Policy)> Secure = new(() => Write(BrowserCookies.SecureName(BrowserCookies.State)));

    public static IResult Show(HttpContext context)
    {
        var (html, policy) = (context.Request.IsHttps ? Secure : Plain).Value;
        context.Response.Headers.ContentSecurityPolicy = policy;
        // RFC 7034 §2 knows no "everybody"; the policy above is what counts (Content Security Policy Level 3 §6.4.2).
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static (string Html, string Policy) Write(string cookie)
    {
        var script = Script(cookie);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        return ($"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>-</title><script>{script}</script></head><body></body></html>",
            $"default-src 'none'; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *");
    }

    // §3.1: the message is the client's id, a space, and the session_state that it was given.
    private static string Script(string cookie) => $$"""

        "use strict";
        const state = () => document.cookie.split("; ").find((one) => one.startsWith("{{cookie}}="))?.slice({{cookie.Length + 1}}) ?? "";
        const encode = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
        const judge = async (message, origin) => {
          const [client, told, more] = typeof message === "string" ? message.split(" ") : [];
          const [, salt, rest] = told?.split(".") ?? [];
          if (!client || !salt || more !== undefined || rest !== undefined) return "error";
          const text = new TextEncoder().encode(`${client} ${origin} ${state()} ${salt}`);
          const hash = encode(new Uint8Array(await crypto.subtle.digest("SHA-256", text)));
          return `${hash}.${salt}` === told ? "unchanged" : "changed";
        };
        addEventListener("message", (event) => {
          if (event.source === null || event.origin === "null") return;
          judge(event.data, event.origin).catch(() => "error").then((verdict) => event.source.postMessage(verdict, event.origin));
        });

        """;
}
