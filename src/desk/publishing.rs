//! What publishing would change: every address that would be new, changed or gone.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::time::Duration;

use serde::Serialize;

use super::Setup;
use super::address::Place;
use super::look::Link;
use super::state::{Counts, title};
use super::text::language;
use super::words::Voice;
use crate::build::{Difference, Fate, Loaded, difference};
use crate::check::quoted;
use crate::diagnostic::Severity;
use crate::output::{Published, There};
use crate::page::Page;
use crate::site::Site;
use crate::vocabulary::{DocumentId, Locale, SitePath};

/// What is being found out, or was last: as long as neither the site nor what is published changes it stays true.
#[derive(Default)]
pub(super) struct Publishing(Mutex<Option<Known>>);

struct Known {
    site: Weak<Loaded>,
    stamp: String,
    search: Arc<Search>,
}

/// Pages that are being compared, on a thread of their own: of a large site that takes as long as a build.
#[derive(Default)]
struct Search {
    /// How many pages were looked at, of how many.
    done: AtomicUsize,
    pages: AtomicUsize,
    /// Whether nobody wants to know any more.
    is_over: AtomicBool,
    found: Mutex<Option<Arc<Found>>>,
    is_found: Condvar,
}

/// What was found out.
enum Found {
    /// The site cannot be read as it would be published; the reason.
    Unread(String),
    /// What would change, and how many errors stand in the way.
    Compared { difference: Difference, errors: usize },
}

/// So long an answer waits for what is being found out; then it says how far that is.
const PATIENCE: Duration = Duration::from_secs(2);

impl Search {
    fn run(&self, setup: &Setup, published: &Published) {
        let found = Arc::new(match (setup.read)() {
            Ok(read) => {
                self.pages.store(read.plan.pages().len(), Ordering::Relaxed);
                let goes_on = || {
                    self.done.fetch_add(1, Ordering::Relaxed);
                    !self.is_over.load(Ordering::Relaxed)
                };
                let difference = difference(&read, published, &goes_on);
                let errors = Counts::of(&read.findings).errors;
                let more = difference.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
                Found::Compared { difference, errors: errors + more }
            }
            Err(failure) => Found::Unread(failure.to_string()),
        });
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        self.is_found.notify_all();
    }

    /// Waits for an answer, but not for ever.
    fn wait(&self) -> Option<Arc<Found>> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.is_found.wait_timeout_while(found, PATIENCE, |found| found.is_none());
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}

/// What `publishing.html` is given.
#[derive(Debug, Default, Serialize)]
pub(super) struct PublishingContext {
    sentences: Vec<String>,
    /// Whether it is not known yet: the page comes again by itself.
    is_waiting: bool,
    /// Where something stands in the way: the page that says what.
    errors: Option<Link>,
    /// What is to be typed.
    command: Option<String>,
    documents: Vec<DocumentContext>,
    lists: Vec<FileContext>,
    removed: Vec<FileContext>,
    others: Vec<FileContext>,
    others_label: String,
    others_more: Option<String>,
}

#[derive(Debug, Serialize)]
struct DocumentContext {
    title: String,
    lang: Option<String>,
    languages: Vec<LanguageContext>,
}

#[derive(Debug, Serialize)]
struct LanguageContext {
    name: Option<String>,
    tag: String,
    files: Vec<FileContext>,
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct FileContext {
    fate: &'static str,
    word: String,
    /// The address as it is read.
    address: String,
    /// Where it is in the preview; nothing for what is gone.
    url: Option<String>,
    kind: Option<String>,
}

/// So many files of a document in a language are listed, and of all others.
const LISTED: usize = 40;

impl Publishing {
    /// What publishing would change, in words.
    pub(super) fn told(&self, setup: &Arc<Setup>, loaded: &Arc<Loaded>, voice: &Voice) -> PublishingContext {
        let strings = &voice.strings;
        let output = [("output", setup.output_name.as_str().into())];
        let command = || {
            let root = setup.root_option.as_ref().map(|root| format!(" --root {}", quoted(root)));
            let output = (setup.output_name != "public").then(|| format!(" --output {}", quoted(&setup.output_name)));
            Some(format!("engross build{}{}", root.unwrap_or_default(), output.unwrap_or_default()))
        };
        let nothing = |key: &str| PublishingContext {
            sentences: vec![strings.with(key, &output), strings.get("desk-publish-how")],
            command: command(),
            ..PublishingContext::default()
        };
        let published = match Published::find(&setup.output) {
            There::Site(published) => published,
            There::Nothing => return nothing("desk-publish-none"),
            There::Foreign => return PublishingContext { command: None, ..nothing("desk-publish-foreign") },
        };
        let search = self.search(setup, loaded, published);
        let Some(found) = search.wait() else {
            let count = |number: &AtomicUsize| number.load(Ordering::Relaxed).into();
            let values = [("done", count(&search.done)), ("count", count(&search.pages))];
            let sentence = strings.with("desk-publish-waiting", &values);
            return PublishingContext { sentences: vec![sentence], is_waiting: true, ..PublishingContext::default() };
        };
        match &*found {
            Found::Unread(reason) => PublishingContext {
                sentences: vec![strings.with("desk-publish-unread", &[("reason", reason.as_str().into())])],
                ..PublishingContext::default()
            },
            Found::Compared { difference, errors } => {
                let telling = Telling { site: &loaded.site, voice };
                let told = telling.told(difference);
                let mut sentences = vec![strings.with("desk-publish-compared", &output)];
                sentences.push(telling.counts(difference));
                let refused = strings.with("desk-publish-refused", &[("count", (*errors).into())]);
                let errors = (*errors > 0).then(|| Link::new(refused, Place::Findings.address(voice.tongue)));
                PublishingContext { sentences, errors, ..told }
            }
        }
    }

    /// The search for what would change: the one that is under way or done, or else a new one.
    fn search(&self, setup: &Arc<Setup>, loaded: &Arc<Loaded>, published: Published) -> Arc<Search> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_for =
            |known: &&Known| std::ptr::eq(known.site.as_ptr(), Arc::as_ptr(loaded)) && known.stamp == published.stamp;
        if let Some(known) = known.as_ref().filter(is_for) {
            return Arc::clone(&known.search);
        }
        if let Some(old) = known.as_ref() {
            old.search.is_over.store(true, Ordering::Relaxed);
        }
        let search = Arc::new(Search::default());
        let stamp = published.stamp.clone();
        let (own, setup) = (Arc::clone(&search), Arc::clone(setup));
        std::thread::spawn(move || own.run(&setup, &published));
        *known = Some(Known { site: Arc::downgrade(loaded), stamp, search: Arc::clone(&search) });
        search
    }
}

/// What readers open first stands first.
fn rank(page: Option<&Page>) -> u8 {
    match page {
        Some(Page::Document(..) | Page::Chooser | Page::DocumentChooser(_)) => 0,
        Some(Page::Lacking(..) | Page::Home(_)) => 1,
        Some(Page::Versions(..)) => 2,
        Some(Page::ByDate(..)) => 3,
        Some(Page::Version(..)) => 4,
        Some(_) => 5,
        None => 6,
    }
}

struct Telling<'a> {
    site: &'a Site,
    voice: &'a Voice,
}

/// Where a file is told.
enum Group {
    Document(DocumentId, Option<Locale>),
    Lists,
    Removed,
    Others,
}

impl Telling<'_> {
    fn counts(&self, difference: &Difference) -> String {
        if difference.files.is_empty() {
            return self.voice.strings.get("desk-publish-same");
        }
        let count = |fate: Fate| difference.files.iter().filter(|(_, _, own)| *own == fate).count();
        let values = [
            ("new", count(Fate::New).into()),
            ("changed", count(Fate::Changed).into()),
            ("gone", count(Fate::Gone).into()),
            ("same", difference.same.into()),
        ];
        self.voice.strings.with("desk-publish-counts", &values)
    }

    fn told(&self, difference: &Difference) -> PublishingContext {
        let mut documents: BTreeMap<DocumentId, BTreeMap<Option<Locale>, Vec<FileContext>>> = BTreeMap::new();
        let (mut lists, mut removed, mut others) = (Vec::new(), Vec::new(), Vec::new());
        let mut files: Vec<_> = difference.files.iter().collect();
        files.sort_by_key(|(path, page, _)| (rank(page.as_ref()), path));
        for (path, page, fate) in files {
            let file = self.file(path, page.as_ref(), *fate);
            match self.group(path, page.as_ref()) {
                Group::Document(id, locale) => {
                    documents.entry(id).or_default().entry(locale).or_default().push(file);
                }
                Group::Lists => lists.push(file),
                Group::Removed => removed.push(file),
                Group::Others => others.push(file),
            }
        }
        let strings = &self.voice.strings;
        let count = strings.with("desk-publish-pages", &[("count", others.len().into())]);
        let others_label = format!("{} ({count})", strings.get("desk-publish-other"));
        let others_more = self.cut(&mut others);
        PublishingContext {
            documents: documents.into_iter().map(|(id, languages)| self.document(&id, languages)).collect(),
            lists,
            removed,
            others,
            others_label,
            others_more,
            ..PublishingContext::default()
        }
    }

    fn document(&self, id: &DocumentId, languages: BTreeMap<Option<Locale>, Vec<FileContext>>) -> DocumentContext {
        let named = self.site.documents.get(id).map(|document| title(self.site, document));
        let (title, locale) = named.unwrap_or_else(|| (id.spoken(), None));
        let of = |(locale, mut files): (Option<Locale>, Vec<FileContext>)| LanguageContext {
            more: self.cut(&mut files),
            name: locale.as_ref().map(|locale| language(self.site, locale).to_owned()),
            tag: locale.map_or_else(String::new, |locale| locale.tag().to_owned()),
            files,
        };
        let mut languages: Vec<(Option<Locale>, Vec<FileContext>)> = languages.into_iter().collect();
        languages.sort_by_key(|(locale, _)| locale.as_ref() != Some(&self.site.config.source));
        let languages = languages.into_iter().map(of).collect();
        DocumentContext { title, lang: locale.map(|locale| locale.tag().to_owned()), languages }
    }

    /// Leaves out what is too much; says how much that was.
    fn cut(&self, files: &mut Vec<FileContext>) -> Option<String> {
        let more = files.len().saturating_sub(LISTED);
        files.truncate(LISTED);
        (more > 0).then(|| self.voice.strings.with("desk-publish-more", &[("count", more.into())]))
    }

    fn group(&self, path: &SitePath, page: Option<&Page>) -> Group {
        match page {
            Some(
                Page::Document(id, locale)
                | Page::Version(id, _, locale)
                | Page::Versions(id, locale)
                | Page::ByDate(id, locale)
                | Page::Compare(id, _, locale)
                | Page::Lacking(id, locale),
            ) => Group::Document(id.clone(), Some(locale.clone())),
            Some(Page::DocumentChooser(id)) => Group::Document(id.clone(), None),
            Some(Page::Chooser | Page::Home(_) | Page::NotFound) => Group::Lists,
            None if path.as_str().ends_with("index.html") => {
                self.owner(path).map_or(Group::Removed, |(id, locale)| Group::Document(id, Some(locale)))
            }
            _ => Group::Others,
        }
    }

    /// The document to which a page belonged that is gone, if it is still there.
    fn owner(&self, path: &SitePath) -> Option<(DocumentId, Locale)> {
        let (first, rest) = path.as_str().split_once('/')?;
        let locale = Locale::parse(first).ok()?;
        let is_own = |id: &&DocumentId| rest.strip_prefix(id.address()).is_some_and(|rest| rest.starts_with('/'));
        // A document may lie below another: the longest address is meant.
        let id = self.site.documents.keys().filter(is_own).max_by_key(|id| id.address().len())?;
        Some((id.clone(), locale))
    }

    fn file(&self, path: &SitePath, page: Option<&Page>, fate: Fate) -> FileContext {
        let fate_name = match fate {
            Fate::New => "new",
            Fate::Changed => "changed",
            Fate::Gone => "gone",
        };
        let base = self.site.config.base_url.path();
        let shown = path.as_str().strip_suffix("index.html").unwrap_or(path.as_str());
        FileContext {
            fate: fate_name,
            word: self.voice.strings.get(&format!("desk-publish-{fate_name}")),
            address: format!("/{shown}"),
            url: (fate != Fate::Gone).then(|| format!("{base}{}", path.address())),
            kind: page.and_then(|page| self.kind(page)),
        }
    }

    fn kind(&self, page: &Page) -> Option<String> {
        let strings = &self.voice.strings;
        let key = match page {
            Page::Document(..) => "document",
            Page::Version(_, version, _) => {
                let date = strings.date(version.day());
                return Some(strings.with("desk-page-version", &[("date", date.into())]));
            }
            Page::Versions(..) => "versions",
            Page::ByDate(..) => "by-date",
            Page::Compare(..) => "compare",
            Page::Lacking(..) => "lacking",
            Page::Chooser | Page::DocumentChooser(_) => "chooser",
            Page::Home(_) => "home",
            Page::NotFound => "not-found",
            _ => return None,
        };
        Some(strings.get(&format!("desk-page-{key}")))
    }
}
