//! What hosts are told: headers and redirects, as files for hosts that read them, and for the preview.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::site::Site;
use crate::vocabulary::Locale;

/// The Content-Security-Policy of every page: nothing from elsewhere, nothing inline.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The headers of every page besides the policy; `netlify.toml` of this repository repeats them.
const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (TRANSPORT, "max-age=31536000"),
];

const TRANSPORT: &str = "Strict-Transport-Security";
const CACHE: &str = "Cache-Control";

/// Headers for the addresses that begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    /// How the addresses begin.
    start: String,
    headers: Vec<(&'static str, Cow<'static, str>)>,
}

/// Where the start page leads readers of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lead<'s> {
    /// In small letters.
    language: String,
    locale: &'s Locale,
}

/// All that are for an address add up.
fn rules(site: &Site) -> [Rule; 2] {
    let base = site.config.base_url.path();
    let policy = ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'").into());
    let more = HEADERS.iter().map(|(name, value)| (*name, Cow::from(*value)));
    let all = Rule { start: base.to_owned(), headers: std::iter::once(policy).chain(more).collect() };
    let lasting = (CACHE, "public, max-age=31536000, immutable".into());
    [all, Rule { start: format!("{base}assets/"), headers: vec![lasting] }]
}

/// The first that fits a reader decides. Netlify compares the first language of the browser, and of that the first
/// part alone; so each language has a lead besides that of its whole tag, to the locale that is nearest to it.
fn leads(site: &Site) -> Vec<Lead<'_>> {
    // `en` may fit `en-GB`.
    let mut locales: Vec<&Locale> = site.languages.keys().collect();
    locales.sort_by_key(|locale| Reverse(locale.tag().split('-').count()));
    let whole = locales.into_iter().map(|locale| Lead { language: locale.tag().to_lowercase(), locale });
    let languages: BTreeSet<&str> = site.languages.keys().map(|locale| first(locale.tag())).collect();
    let parts = languages.into_iter().filter_map(|language| {
        let own = || site.languages.keys().filter(|locale| first(locale.tag()) == language);
        let exact = own().any(|locale| locale.tag() == language);
        let nearest = own().find(|locale| **locale == site.config.source).or_else(|| own().next());
        nearest.filter(|_| !exact).map(|locale| Lead { language: language.to_owned(), locale })
    });
    whole.chain(parts).collect()
}

fn first(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// `_headers`, as Netlify and Cloudflare Pages read it.
pub(super) fn headers(site: &Site) -> String {
    let mut out = String::new();
    for Rule { start, headers } in rules(site) {
        out.push_str(&format!("{start}*\n"));
        for (name, value) in headers {
            out.push_str(&format!("  {name}: {value}\n"));
        }
    }
    out
}

/// `_redirects`, as Netlify reads it: the start page leads on to that of the reader's language. Other hosts
/// pass these lines over, and show the choice of a language.
pub(super) fn redirects(site: &Site) -> String {
    let base = site.config.base_url.path();
    let line = |Lead { language, locale }: &Lead<'_>| format!("{base} {base}{locale}/ 302! Language={language}\n");
    leads(site).iter().map(line).collect()
}

/// The headers of an address at the preview, which the site says for the public. What lies outside of the site, such
/// as the page that says that nothing is there, has those of the start page.
#[must_use]
pub fn preview_headers(site: &Site, address: &str) -> Vec<(&'static str, String)> {
    let base = site.config.base_url.path();
    let address = if address.starts_with(base) { address } else { base };
    let rules = rules(site);
    let fitting = rules.iter().filter(|rule| address.starts_with(&rule.start)).flat_map(|rule| &rule.headers);
    fitting
        .filter_map(|(name, value)| {
            let value = match *name {
                // Browsers would ask for HTTPS on localhost from then on.
                TRANSPORT => return None,
                // A theme that is being worked on is looked at every time.
                CACHE => "no-cache".to_owned(),
                _ => value.to_string(),
            };
            Some((*name, value))
        })
        .collect()
}

/// Where the start page leads a reader with these languages, as a browser tells them, on the main host.
#[must_use]
pub fn language_start(site: &Site, accepted: &str) -> Option<String> {
    let asked = accepted.split([',', ';']).next().unwrap_or_default().trim().to_lowercase();
    let leads = leads(site);
    let fits = |lead: &&Lead<'_>| lead.language == asked || lead.language == first(&asked);
    let lead = leads.iter().find(fits)?;
    Some(format!("{}{}/", site.config.base_url.path(), lead.locale))
}
