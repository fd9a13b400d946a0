//! Files for hosts.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::site::Site;
use crate::vocabulary::Locale;

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

/// `_redirects`, as Netlify reads it: the start page leads on to that of the reader's language. Other hosts
/// pass these lines over, and show the choice of a language.
///
/// Netlify compares the first language of the browser, and of that the first part alone; so each language
/// has a line besides that of its whole tag, for the locale that is nearest to it.
pub(super) fn redirects(site: &Site) -> String {
    let base = site.config.base_url.path();
    let line = |language: &str, locale: &Locale| format!("{base} {base}{locale}/ 302! Language={language}\n");
    // The first line that fits decides, and `en` may fit `en-GB`.
    let mut locales: Vec<&Locale> = site.languages.keys().collect();
    locales.sort_by_key(|locale| Reverse(locale.tag().split('-').count()));
    let mut out: String = locales.iter().map(|locale| line(&locale.tag().to_lowercase(), locale)).collect();
    let languages: BTreeSet<&str> = site.languages.keys().map(first).collect();
    for language in languages {
        let own = || site.languages.keys().filter(|locale| first(locale) == language);
        let exact = own().any(|locale| locale.tag() == language);
        let nearest = own().find(|locale| **locale == site.config.source).or_else(|| own().next());
        out.extend(nearest.filter(|_| !exact).map(|locale| line(language, locale)));
    }
    out
}

fn first(locale: &Locale) -> &str {
    locale.tag().split('-').next().unwrap_or(locale.tag())
}
