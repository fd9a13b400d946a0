//! From the text of the settings file to [`Config`].

use std::collections::BTreeMap;

use super::exceptions::read_exceptions;
use super::look::read_look;
use super::versions::{read_documents, read_versions};
use super::words::{Laws, read_legal};
use super::{BaseUrl, Calendar, Config, Fallback, GitDate, Links, PathPattern, Placeholder, RawHtml, Variables};
use crate::data::{Located, Node, Reader, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::vocabulary::{Locale, LocaleFault, SourcePath, Zone};

/// Reads the settings. The findings hold at least one error where the result is `None`.
#[must_use]
pub fn read(path: &SourcePath, text: &str) -> (Option<Config>, Vec<Diagnostic>) {
    let mut sink = Vec::new();
    let table = match Table::from_toml(text, 0) {
        Ok(table) => table,
        Err(fault) => {
            let message = "the settings are not valid TOML";
            sink.push(Diagnostic::error(Code::SETTINGS_SYNTAX, message).at(path, fault.span, fault.message));
            return (None, sink);
        }
    };
    let mut reader = Reader::new(path, &table, &mut sink);
    let site = reader.section("site", read_site).unwrap_or_default();
    let locales = reader.section("locales", read_locales).unwrap_or_default();
    let content = reader.section("content", read_content).unwrap_or_default();
    let git = reader.section("git", read_git).unwrap_or_default();
    let mut versions = reader.section("versions", read_versions).unwrap_or_default();
    let mut laws = Laws::new(reader.section("legal", read_legal).unwrap_or_default());
    read_documents(&mut reader, &mut versions, &mut laws);
    let look = reader.section("theme", read_look).unwrap_or_default();
    let exceptions = read_exceptions(&mut reader);
    let variables = reader.table("variables").map(|table| read_variables(table, &mut reader)).unwrap_or_default();
    reader.refuse_unknown();

    if site.base_url.is_none() && !sink.iter().any(|found| found.code == Code::BASE_URL) {
        sink.push(base_url_missing(path));
    }
    let failed = sink.iter().any(|found| found.severity == Severity::Error);
    let (Some(base_url), Some(source), false) = (site.base_url, Locale::parse("en").ok(), failed) else {
        return (None, sink);
    };
    let config = Config {
        base_url,
        title: site.title,
        organization: site.organization,
        repository: site.repository,
        theme: site.theme.unwrap_or_else(|| "default".to_owned()),
        time_zone: site.time_zone.unwrap_or_else(Zone::utc),
        links: site.links.unwrap_or(Links::Folders),
        source: locales.source.unwrap_or(source),
        publish: locales.publish,
        fallback: locales.fallback.unwrap_or(Fallback::Original),
        calendar: locales.calendar.unwrap_or_default(),
        folder: content.folder.unwrap_or_else(|| "content".to_owned()),
        pattern: content.pattern.unwrap_or_else(default_pattern),
        exclude: content.exclude,
        placeholders: content.placeholders.unwrap_or_else(|| vec![Placeholder::double_brackets()]),
        html: content.html.unwrap_or(RawHtml::Refuse),
        git_date: git.date.unwrap_or(GitDate::Committer),
        ignore_revs: git.ignore_revs,
        versions,
        laws,
        look,
        exceptions,
        variables,
    };
    (Some(config), sink)
}

fn default_pattern() -> PathPattern {
    match PathPattern::parse("{document}/{locale}.md") {
        Ok(pattern) => pattern,
        Err(fault) => unreachable!("{}", fault.reason()),
    }
}

fn base_url_missing(path: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::BASE_URL, "`site.base_url` is missing: it is the one setting that every site needs")
        .in_file(path)
        .cure(
            "add the address under which the site is published:\n[site]\nbase_url = \"https://www.example.com/legal/\"",
        )
}

#[derive(Default)]
struct Site {
    base_url: Option<BaseUrl>,
    title: Option<String>,
    organization: Option<String>,
    repository: Option<String>,
    theme: Option<String>,
    time_zone: Option<Zone>,
    links: Option<Links>,
}

fn read_site(reader: &mut Reader<'_>) -> Site {
    Site {
        base_url: reader.text("base_url").and_then(|url| checked_base_url(reader, &url)),
        title: reader.text("title").map(|title| title.value),
        organization: reader.text("organization").map(|name| name.value),
        repository: reader.text("source").and_then(|url| checked_repository(reader, url)),
        theme: reader.text("theme").and_then(|theme| checked_theme(reader, theme)),
        time_zone: reader.text("time_zone").and_then(|zone| checked_zone(reader, &zone)),
        links: reader.choice("links", &[("folders", Links::Folders), ("files", Links::Files)]),
    }
}

fn checked_base_url(reader: &mut Reader<'_>, url: &Located<String>) -> Option<BaseUrl> {
    BaseUrl::parse(&url.value)
        .map_err(|reason| {
            let found = Diagnostic::error(Code::BASE_URL, format!("`site.base_url` is not a web address: {reason}"))
                .cure("write it like https://www.example.com/legal/");
            reader.fault(found, &url.span, "not a web address");
        })
        .ok()
}

fn checked_repository(reader: &mut Reader<'_>, url: Located<String>) -> Option<String> {
    if let Err(reason) = BaseUrl::parse(&url.value) {
        let found = Diagnostic::error(Code::SETTING_VALUE, format!("`site.source` is not a web address: {reason}"))
            .cure("write it like https://github.com/example/policies");
        reader.fault(found, &url.span, "not a web address");
        return None;
    }
    Some(url.value)
}

fn checked_theme(reader: &mut Reader<'_>, theme: Located<String>) -> Option<String> {
    if theme.value.is_empty() || theme.value.contains(['/', '\\']) || theme.value.starts_with('.') {
        let found =
            Diagnostic::error(Code::SETTING_VALUE, "`site.theme` is the name of a folder in themes/, not a path");
        reader.fault(found, &theme.span, "not a folder's name");
        return None;
    }
    Some(theme.value)
}

fn checked_zone(reader: &mut Reader<'_>, zone: &Located<String>) -> Option<Zone> {
    let found = Zone::named(&zone.value);
    if found.is_none() {
        let message = format!("`site.time_zone`: there is no time zone \"{}\"", zone.value);
        let cure = "use a name of the IANA database, for example \"UTC\" or \"Europe/Berlin\"";
        reader.fault(Diagnostic::error(Code::SETTING_VALUE, message).cure(cure), &zone.span, "unknown zone");
    }
    found
}

#[derive(Default)]
struct Locales {
    source: Option<Locale>,
    publish: Option<Vec<Locale>>,
    fallback: Option<Fallback>,
    calendar: Option<Calendar>,
}

fn read_locales(reader: &mut Reader<'_>) -> Locales {
    Locales {
        source: reader.text("source").and_then(|tag| checked_locale(reader, &tag)),
        publish: reader
            .texts("publish")
            .map(|tags| tags.iter().filter_map(|tag| checked_locale(reader, tag)).collect()),
        fallback: reader.choice("fallback", &[("original", Fallback::Original), ("none", Fallback::None)]),
        calendar: reader.choice("calendar", &[("gregorian", Calendar::Gregorian), ("locale", Calendar::OfLocale)]),
    }
}

pub(super) fn checked_locale(reader: &mut Reader<'_>, tag: &Located<String>) -> Option<Locale> {
    Locale::parse(&tag.value)
        .map_err(|fault| reader.fault(locale_unknown(&tag.value, fault), &tag.span, &format!("{fault}")))
        .ok()
}

fn locale_unknown(tag: &str, fault: LocaleFault) -> Diagnostic {
    Diagnostic::error(Code::LOCALE_UNKNOWN, format!("\"{tag}\" {fault}"))
        .cure("use a BCP 47 tag such as \"de\", \"pt-BR\" or \"zh-Hant\"")
}

#[derive(Default)]
struct Content {
    folder: Option<String>,
    pattern: Option<PathPattern>,
    exclude: globset::GlobSet,
    placeholders: Option<Vec<Placeholder>>,
    html: Option<RawHtml>,
}

fn read_content(reader: &mut Reader<'_>) -> Content {
    Content {
        folder: reader.text("folder").and_then(|folder| checked_folder(reader, &folder)),
        pattern: reader.text("path").and_then(|path| checked_pattern(reader, &path)),
        exclude: reader.texts("exclude").map(|globs| checked_globs(reader, &globs)).unwrap_or_default(),
        placeholders: reader
            .texts("placeholders")
            .map(|forms| forms.iter().filter_map(|form| checked_placeholder(reader, form)).collect()),
        html: reader.choice("html", &[("refuse", RawHtml::Refuse), ("sanitize", RawHtml::Sanitize)]),
    }
}

fn checked_folder(reader: &mut Reader<'_>, folder: &Located<String>) -> Option<String> {
    let parts: Vec<&str> = folder.value.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    let leaves = parts.contains(&"..") || folder.value.starts_with('/') || folder.value.contains(['\\', ':']);
    if leaves {
        let found = Diagnostic::error(Code::SETTING_VALUE, "`content.folder` must be a folder of this site")
            .cure("write it relative to engross.toml, with / between folders; \".\" is the folder of engross.toml");
        reader.fault(found, &folder.span, "outside the site");
        return None;
    }
    Some(parts.join("/"))
}

fn checked_pattern(reader: &mut Reader<'_>, path: &Located<String>) -> Option<PathPattern> {
    PathPattern::parse(&path.value)
        .map_err(|fault| {
            let found = Diagnostic::error(Code::SETTING_VALUE, format!("`content.path`: {}", fault.reason()))
                .cure("for example \"{document}/{locale}.md\", \"{locale}/{document}.md\" or \"{document}.md\"");
            reader.fault(found, &path.span, "not a usable pattern");
        })
        .ok()
}

fn checked_globs(reader: &mut Reader<'_>, globs: &[Located<String>]) -> globset::GlobSet {
    let mut set = globset::GlobSetBuilder::new();
    for glob in globs {
        let pattern = globset::GlobBuilder::new(glob.value.trim_end_matches('/')).literal_separator(true).build();
        match pattern {
            Ok(pattern) => {
                set.add(pattern);
            }
            Err(error) => {
                let message = format!("`content.exclude`: {}", error.kind());
                reader.fault(Diagnostic::error(Code::SETTING_VALUE, message), &glob.span, "not a usable pattern");
            }
        }
    }
    set.build().unwrap_or_default()
}

fn checked_placeholder(reader: &mut Reader<'_>, form: &Located<String>) -> Option<Placeholder> {
    let placeholder = Placeholder::parse(&form.value);
    if placeholder.is_none() {
        let found =
            Diagnostic::error(Code::SETTING_VALUE, "`content.placeholders`: {name} must stand between two marks")
                .cure("for example \"[[{name}]]\" or \"{% data {name} %}\"");
        reader.fault(found, &form.span, "not a usable form");
    }
    placeholder
}

#[derive(Default)]
struct Git {
    date: Option<GitDate>,
    ignore_revs: Option<Vec<SourcePath>>,
}

fn read_git(reader: &mut Reader<'_>) -> Git {
    Git {
        date: reader.choice("date", &[("committer", GitDate::Committer), ("author", GitDate::Author)]),
        ignore_revs: reader
            .texts("ignore_revs")
            .map(|paths| paths.into_iter().map(|path| SourcePath::new(path.value)).collect()),
    }
}

/// The variables of a settings file, whatever else is wrong with it.
#[must_use]
pub fn variables(path: &SourcePath, text: &str) -> Variables {
    let mut sink = Vec::new();
    let Ok(table) = Table::from_toml(text, 0) else { return Variables::default() };
    let mut reader = Reader::new(path, &table, &mut sink);
    reader.table("variables").map(|table| read_variables(table, &mut reader)).unwrap_or_default()
}

fn read_variables(table: &Table, reader: &mut Reader<'_>) -> Variables {
    let mut variables = Variables::default();
    for entry in &table.0 {
        if let Value::Table(own) = &entry.node.value {
            match Locale::parse(&entry.key) {
                Ok(locale) => {
                    let values = own.0.iter().filter_map(|e| variable(&e.key, &e.node, reader)).collect();
                    variables.by_locale.insert(locale, values);
                }
                Err(fault) => {
                    let found = locale_unknown(&entry.key, fault).cure(
                        "a table here holds the values of one language, for example [variables.de]; \
                         write the name of a variable that has a dot in it in quotes: \"a.b\" = \"…\"",
                    );
                    reader.fault(found, &entry.key_span, &fault.to_string());
                }
            }
        } else if let Some((name, value)) = variable(&entry.key, &entry.node, reader) {
            variables.general.insert(name, value);
        }
    }
    let general: BTreeMap<String, String> = variables.general.clone();
    for entry in &table.0 {
        if let Value::Table(own) = &entry.node.value {
            for e in own.0.iter().filter(|e| !general.contains_key(&e.key)) {
                only_in_one_language(&e.key, &entry.key, &general, &e.key_span, reader);
            }
        }
    }
    variables
}

fn variable(name: &str, node: &Node, reader: &mut Reader<'_>) -> Option<(String, String)> {
    match &node.value {
        Value::Text(text) => Some((name.to_owned(), text.clone())),
        other => {
            let message = format!("the variable `{name}` must be text in quotes, but this is {}", other.kind());
            reader.fault(Diagnostic::error(Code::SETTING_KIND, message), &node.span, "text in quotes is expected here");
            None
        }
    }
}

fn only_in_one_language(
    name: &str,
    locale: &str,
    general: &BTreeMap<String, String>,
    span: &Span,
    reader: &mut Reader<'_>,
) {
    let message = format!("the variable `{name}` has a value for {locale} but no general one");
    let cure = match nearest(name, general.keys().map(String::as_str)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("give it a value under [variables] too, for texts in other languages that use [[{name}]]"),
    };
    reader.fault(Diagnostic::warning(Code::VARIABLE_PARTIAL, message).cure(cure), span, "only here");
}
