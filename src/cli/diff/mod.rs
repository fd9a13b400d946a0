//! `engross diff`.

mod json;
mod page;
mod terminal;

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;

use super::print::{self, tell};
use super::{Common, Ending, Format, give_up};
use crate::build::{Loaded, Overrides, load};
use crate::config::{Look, RawHtml, Variables};
use crate::diagnostic::nearest;
use crate::language::{Strings, long_date};
use crate::markdown::{Options, Outline, Prose, parse};
use crate::redline::{Between, Redline, Text, compare};
use crate::site::{Edition, Site, State};
use crate::source::{FrontMatter, Matter};
use crate::theme::Theme;
use crate::vocabulary::{Day, DocumentId, Locale, SourcePath, VersionId};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  engross diff privacy@2015-01-01 privacy@2016-06-01\n  engross diff privacy@2016-06-01 privacy         a version and the working text\n  engross diff privacy                            the same, with the newest version\n  engross diff old.md new.md --format html > changes.html"
)]
pub(super) struct Args {
    /// The older text: a version such as privacy@2015-01-01, a document, or a file
    #[arg(value_name = "A")]
    before: String,
    /// The newer text; without it A is a document, whose newest version is compared with the working text
    #[arg(value_name = "B")]
    after: Option<String>,
    /// The language; by default that of the originals
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    locale: Option<Locale>,
    /// For the terminal, as one HTML file to send by mail, or as JSON
    #[arg(long, value_enum, default_value_t = Form::Terminal)]
    format: Form,
    /// The columns that the terminal has
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
    /// The folder that holds engross.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The day on which the site is looked at; by default today in the site's time zone
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    as_of: Option<Day>,
}

/// Reads the tag of a language.
fn language(tag: &str) -> Result<Locale, String> {
    Locale::parse(tag).map_err(|_| format!("\"{tag}\" is no language; write a tag such as de or pt-BR"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Terminal,
    Html,
    Json,
}

/// A text to be compared.
struct Given {
    /// What it is called.
    name: String,
    /// The title that stands outside of the text.
    title: Option<String>,
    prose: Arc<Prose>,
    /// Its Markdown.
    file: Arc<str>,
    locale: Locale,
}

/// What was compared, for the forms in which it is told.
struct Told<'a> {
    redline: &'a Redline,
    names: Between<&'a str>,
    strings: &'a Strings,
    locale: &'a Locale,
}

pub(super) fn run(args: &Args) -> Ending {
    let is_file = |text: &str| Path::new(text).is_file();
    let specs = Between { before: Some(args.before.as_str()), after: args.after.as_deref() };
    let needs_site =
        [specs.before, specs.after].into_iter().flatten().any(|text| !is_file(text)) || specs.after.is_none();
    let site = if needs_site {
        let common = Common { root: args.root.clone(), as_of: args.as_of, format: Format::Human };
        let overrides = Overrides { preview: true, git_dir: super::git_dir(), ..Overrides::default() };
        match load(&args.root, |zone| common.today(zone), &overrides) {
            Ok(loaded) => Some(loaded),
            Err(failure) => return give_up(&common, &failure),
        }
    } else {
        None
    };
    match both(args, site.as_ref(), specs) {
        Ok(given) => told(args, site.as_ref(), &given),
        Err(reason) => {
            tell(&format!("engross: {reason}"));
            Ending::Failed
        }
    }
}

fn told(args: &Args, site: Option<&Loaded>, given: &Between<Given>) -> Ending {
    let texts = given.as_ref().map(|given| Text { prose: &given.prose, title: given.title.as_deref() });
    let redline = compare(texts);
    let locale = &given.after.locale;
    let (theme, _) = Theme::compile("default", &BTreeMap::new(), &Look::default());
    let site = site.map(|loaded| &loaded.site);
    let files = site.map_or(&theme.strings, |site| &site.theme.strings);
    let source = site.map_or(locale, |site| &site.config.source);
    let strings = Strings::new(locale, source, files).0;
    let names = given.as_ref().map(|given| given.name.as_str());
    let told = Told { redline: &redline, names, strings: &strings, locale };
    let text = match args.format {
        Form::Json => json::write(&redline, given.as_ref().map(|given| &*given.file)),
        Form::Html => page::write(&told, site.map_or(&theme, |site| &site.theme)),
        Form::Terminal => {
            let is_terminal = std::io::stdout().is_terminal();
            let has_colours = is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
            let size = terminal_size::terminal_size().filter(|_| is_terminal).map(|(width, _)| usize::from(width.0));
            terminal::write(&told, args.width.or(size).unwrap_or(80), has_colours)
        }
    };
    print::result(text.trim_end(), Ending::Clean)
}

fn both(args: &Args, loaded: Option<&Loaded>, specs: Between<Option<&str>>) -> Result<Between<Given>, String> {
    let site = loaded.map(|loaded| &loaded.site);
    let locale = || args.locale.clone().or(site.map(|site| site.config.source.clone()));
    let given = |text: &str| match site {
        _ if Path::new(text).is_file() => file(text, locale()),
        Some(site) => of_site(site, text, &locale().unwrap_or_else(|| site.config.source.clone())),
        None => Err(format!("there is no file \"{text}\"")),
    };
    let first = specs.before.unwrap_or_default();
    match (specs.after, site) {
        (Some(after), _) => Ok(Between { before: given(first)?, after: given(after)? }),
        (None, Some(site)) => {
            let document = document(site, first)?;
            let archived = document.timeline.versions().rev().find(|version| {
                !version.is_working() && locale().is_some_and(|locale| version.texts.get(&locale).is_some())
            });
            let newest = archived.ok_or_else(|| format!("\"{first}\" has no version to compare with"))?;
            Ok(Between { before: given(&format!("{first}@{}", newest.id))?, after: given(first)? })
        }
        (None, None) => Err("name a second text".to_owned()),
    }
}

/// A file outside of every site: its variables stay as they were typed.
fn file(path: &str, locale: Option<Locale>) -> Result<Given, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("cannot read {path}: {error}"))?;
    let file: Arc<str> = String::from_utf8(bytes).map_err(|_| format!("{path} is not UTF-8"))?.into();
    let locale = locale.map_or_else(|| language("en"), Ok)?;
    let (source, variables) = (SourcePath::new(path), Variables::default());
    let options =
        Options { path: &source, locale: &locale, variables: &variables, placeholders: &[], html: RawHtml::Sanitize };
    let matter = Matter::find(&file);
    let title = FrontMatter::shown(&file, &matter).title;
    let prose = parse(&file, matter.body, &options).0;
    let title = title.filter(|_| !Outline::leads(&prose, true));
    let name = Path::new(path).file_name().map_or(path.to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(Given { name, title, prose: Arc::new(prose), file, locale })
}

fn document<'s>(site: &'s Site, name: &str) -> Result<&'s crate::site::Document, String> {
    site.documents.get(&DocumentId::new(name)).map(|document| &**document).ok_or_else(|| {
        let known = || site.documents.keys().map(DocumentId::as_str);
        match nearest(name, known()) {
            Some(meant) => format!("there is no document and no file \"{name}\"; did you mean \"{meant}\"?"),
            None => format!(
                "there is no document and no file \"{name}\"; the documents are {}",
                known().collect::<Vec<_>>().join(", ")
            ),
        }
    })
}

/// `privacy@2015-01-01`, or `privacy` for the working text.
fn of_site(site: &Site, text: &str, locale: &Locale) -> Result<Given, String> {
    let (name, version) = match text.rsplit_once('@') {
        Some((name, version)) => (name, Some(version)),
        None => (text, None),
    };
    let document = document(site, name)?;
    let id = match version {
        Some(version) => Some(
            VersionId::parse(version)
                .ok_or_else(|| format!("\"{version}\" names no version; write it like 2016-06-01"))?,
        ),
        None => match document.state {
            State::Upcoming(id) => Some(id),
            _ => None,
        },
    };
    let unreadable = |error: crate::source::TextError| format!("{text} cannot be read: it {error}");
    if let Some(id) = id {
        let version = document.timeline.get(id).ok_or_else(|| {
            let known: Vec<String> = document.timeline.versions().map(|version| version.id.to_string()).collect();
            format!("\"{name}\" has no version {id}; there are {}", known.join(", "))
        })?;
        let Some((locale, frozen)) = version.texts.entry(locale) else {
            let known: Vec<&str> = version.texts.locales().map(Locale::tag).collect();
            return Err(format!("{name}@{id} has no text in {locale}; there is one in {}", known.join(", ")));
        };
        let edition = Edition { locale, text: frozen, is_fallback: false };
        let read = site.text_of(document, version, edition).map_err(unreadable)?;
        return given(
            site,
            &read,
            site.markdown_of(frozen).map_err(unreadable)?,
            &long_date(id.day(), locale, site.config.calendar),
        );
    }
    let read = document.translations.get(locale).ok_or_else(|| format!("\"{name}\" has no text in {locale}"))?;
    let file = match &read.frozen {
        Some(frozen) => site.markdown_of(frozen),
        None => site.world.text(&read.path),
    };
    given(site, read, file.map_err(unreadable)?, read.path.as_str())
}

fn given(site: &Site, text: &crate::site::Translation, file: Arc<str>, name: &str) -> Result<Given, String> {
    let prose = site.prose(text).map_err(|error| format!("{name} cannot be read: it {error}"))?;
    let title = (!text.outline.leads).then(|| text.title.clone());
    Ok(Given { name: name.to_owned(), title, prose, file, locale: text.locale.clone() })
}
