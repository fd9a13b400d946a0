//! Files for hosts.

use crate::site::Site;

/// The Content-Security-Policy of every page: nothing from elsewhere, nothing inline.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The headers of every page besides the policy; `netlify.toml` of this repository repeats them.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
];

/// `_headers`, as Netlify and Cloudflare Pages read it.
pub(super) fn headers(site: &Site) -> String {
    let base = site.config.base_url.path();
    let mut out = format!("{base}*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n");
    for (name, value) in HEADERS {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    out.push_str(&format!("{base}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    out
}
