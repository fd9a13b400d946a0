//! What a page says of itself to machines, in the words of schema.org, as JSON-LD.

use serde_json::{Map, Value, json};

use crate::site::{Document, Entry, Site, Translation};
use crate::vocabulary::{Locale, SitePath};

/// What is said of a text. `path` is its page, `entry` its step of the timeline, `previous` the page of the
/// version before.
pub(super) fn of_text(
    site: &Site,
    document: &Document,
    text: &Translation,
    path: &SitePath,
    entry: Option<&Entry<'_>>,
    previous: Option<&SitePath>,
) -> String {
    let mut all = Map::new();
    let mut add = |key: &str, value: Option<Value>| drop(value.map(|value| all.insert(key.to_owned(), value)));
    let day = |day: crate::vocabulary::Day| Value::from(day.to_string());
    add("@context", Some("https://schema.org".into()));
    add("@type", Some("WebPage".into()));
    add("@id", Some(site.url(path).into()));
    add("url", Some(site.url(path).into()));
    add("name", Some(text.title.clone().into()));
    add("description", text.description.clone().map(Value::from));
    add("inLanguage", Some(text.locale.tag().into()));
    add("version", text.version.map(|version| version.to_string().into()));
    add("datePublished", text.published.map(day));
    add("dateModified", text.updated().map(day));
    add("expires", entry.and_then(Entry::until).map(day));
    let from = entry.and_then(|entry| entry.from).or(text.effective);
    let until = entry.and_then(Entry::until).map_or_else(|| "..".to_owned(), |until| until.to_string());
    add("temporalCoverage", from.map(|from| format!("{from}/{until}").into()));
    let publisher = site.config.organization.as_ref();
    add("publisher", publisher.map(|name| json!({ "@type": "Organization", "name": name })));
    let strings = site.languages.get(&text.locale).map(|language| &language.strings);
    let name = strings.map(|strings| site.title(strings));
    add("isPartOf", Some(json!({ "@type": "WebSite", "name": name, "url": site.config.base_url.as_str() })));
    let page = |locale: &Locale| json!({ "@id": site.url(&site.page(&document.id, locale)) });
    // Only the texts that apply are known as translations of each other.
    if *path == site.page(&document.id, &text.locale) {
        if text.locale == site.config.source {
            let others = document.translations.keys().filter(|locale| **locale != text.locale);
            let others: Vec<Value> = others.map(page).collect();
            add("workTranslation", (!others.is_empty()).then(|| others.into()));
        } else {
            add("translationOfWork", site.original(document).map(|original| page(&original.locale)));
        }
    }
    add("isBasedOn", previous.map(|previous| json!({ "@id": site.url(previous) })));
    written(&Value::from(all))
}

/// As it may stand in a page: nothing in it can end the element.
fn written(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element() {
        let written = written(&json!({ "name": "</script><!-- & \u{2028}" }));
        assert!(!written.contains(['<', '>', '&']), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).ok(), Some(json!({ "name": "</script><!-- & \u{2028}" })));
    }
}
