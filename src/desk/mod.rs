//! The desk at `/-/` of the preview: where an editor sees the state of every text, why it is so, and what to do.
//!
//! 1. An [`address`] says which page is asked for, and in which language of the desk: its own, not one of the site.
//! 2. [`state`] looks at the site and gives every document in every language its states; the other modules put one
//!    page each into words. What is costly is made when it is asked for.
//! 3. [`look`] fills in the templates, which are the same whatever the theme of the site.
//!
//! Nothing of it is ever written to the output.

mod address;
mod beside;
mod board;
mod cells;
mod comparisons;
mod dates;
mod document;
mod findings;
mod lists;
mod look;
mod pair;
mod publishing;
mod redlines;
mod state;
mod text;
mod words;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use self::address::{ICON, Place, SHEET, TOP, View};
use self::comparisons::{Comparisons, of_document};
use self::look::{Link, Look, PICTURE, PageContext, STYLE};
use self::publishing::Publishing;
use self::state::{Cell, Counts, Survey};
use self::words::{Tongue, Voice, voices};
use crate::build::{Failure, Loaded};
use crate::diagnostic::{Diagnostic, sort};
use crate::site::{Document, Site};
use crate::vocabulary::{DocumentId, Locale};

/// Reads the site as `engross build` does.
pub type Read = dyn Fn() -> Result<Loaded, Failure> + Send + Sync;

/// What the desk must know beside the site.
pub struct Setup {
    /// The folder of the site.
    pub root: PathBuf,
    /// How a command is told that folder, where it does not find it by itself.
    pub root_option: Option<String>,
    /// The folder into which the site is published.
    pub output: PathBuf,
    /// The same as the editor knows it.
    pub output_name: String,
    /// Reads the site as it would be published.
    pub read: Box<Read>,
}

/// What stands at an address of the desk.
#[derive(Debug)]
pub enum Reply {
    /// A page, and its status.
    Page(u16, Vec<u8>),
    /// A file for its pages: its name, for the type, and its bytes.
    File(&'static str, Vec<u8>),
    /// Another address on the host.
    Moved(String),
}

/// The desk.
pub struct Desk {
    setup: Arc<Setup>,
    /// Made when the first page is asked for.
    made: OnceLock<(Look, Vec<Voice>)>,
    publishing: Publishing,
    comparisons: Comparisons,
}

/// The address of what is said of a text, in whichever language the reader has.
#[must_use]
pub fn way(document: &DocumentId, locale: &Locale) -> String {
    format!("{AT}{}", Place::Text(View::State, locale.clone(), document.clone()).inner())
}

/// What `message.html` is given.
#[derive(Debug, Serialize)]
struct MessageContext {
    sentence: String,
}

impl Desk {
    /// A desk that shows nothing yet.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self {
            setup: Arc::new(setup),
            made: OnceLock::new(),
            publishing: Publishing::default(),
            comparisons: Comparisons::default(),
        }
    }

    /// What stands at the decoded path that follows `/-/`; nothing where that is none of the desk's. `languages` is
    /// the header `Accept-Language`.
    pub fn answer(&self, loaded: &Arc<Loaded>, path: &str, languages: &str) -> Option<Reply> {
        match path {
            SHEET => return Some(Reply::File(SHEET, STYLE.concat().into_bytes())),
            ICON => return Some(Reply::File(ICON, PICTURE.to_vec())),
            _ => {}
        }
        let wanted = Tongue::wanted(languages);
        if path.is_empty() {
            return Some(Reply::Moved(Place::Board.address(wanted)));
        }
        let (tag, rest) = path.split_once('/').unwrap_or((path, ""));
        let Some(tongue) = Tongue::named(tag) else {
            return Place::parse(path).map(|place| Reply::Moved(place.address(wanted)));
        };
        let (look, voices) = self.made.get_or_init(|| (Look::new(), voices()));
        let voice = voices.iter().find(|voice| voice.tongue == tongue)?;
        let place = Place::parse(rest);
        if let (Some(place), false) = (&place, path.ends_with('/')) {
            return Some(Reply::Moved(place.address(tongue)));
        }
        let asked = Asked { desk: self, loaded, look, voice };
        let found = place.and_then(|place| asked.page(&place));
        Some(found.map_or_else(|| Reply::Page(404, asked.nothing()), |page| Reply::Page(200, page)))
    }
}

/// A page that is asked for.
struct Asked<'a> {
    desk: &'a Desk,
    loaded: &'a Arc<Loaded>,
    look: &'a Look,
    voice: &'a Voice,
}

impl Asked<'_> {
    fn site(&self) -> &Site {
        &self.loaded.site
    }

    fn page(&self, place: &Place) -> Option<Vec<u8>> {
        match place {
            Place::Board => Some(self.board(place)),
            Place::Findings => Some(self.findings(place)),
            Place::Differences => {
                let found = self.desk.comparisons.all(self.loaded);
                let mut page = self.head(place, self.say("desk-differences"));
                page.crumbs.push(Link::new(self.say("desk-findings"), Place::Findings.address(self.voice.tongue)));
                Some(self.fill("findings.html", &page, &findings::differences(self.site(), &found, self.voice)))
            }
            Place::Publishing => Some(self.publishing(place)),
            Place::State(mark) => {
                let survey = Survey::of(self.site(), &self.loaded.findings);
                let page = self.head(place, self.say(&format!("desk-state-{}", mark.as_str())));
                Some(self.fill("list.html", &page, &lists::in_state(&survey, *mark, self.voice)))
            }
            Place::Language(locale) => self.language(place, locale),
            Place::Document(id) => self.document(place, id),
            Place::Text(view, locale, id) => self.text(place, *view, locale, id),
        }
    }

    fn say(&self, key: &str) -> String {
        self.voice.strings.get(key)
    }

    fn fill(&self, template: &str, page: &PageContext, own: &impl Serialize) -> Vec<u8> {
        self.look.fill(template, self.voice, page, own)
    }

    /// What every page begins with.
    fn head(&self, place: &Place, title: impl Into<String>) -> PageContext {
        let site = self.site();
        let own = site.languages.get(&site.config.source).or(site.languages.values().next());
        let title_of_site =
            own.map_or_else(|| site.title(&self.voice.strings), |language| site.title(&language.strings));
        let base = site.config.base_url.path().to_owned();
        let mut page = PageContext::new(self.voice, place, title, (title_of_site, base));
        if *place != Place::Board {
            page.crumbs.push(Link::new(self.say("desk-title"), Place::Board.address(self.voice.tongue)));
        }
        page
    }

    fn board(&self, place: &Place) -> Vec<u8> {
        let survey = Survey::of(self.site(), &self.loaded.findings);
        let page = self.head(place, self.say("desk-title"));
        self.fill("board.html", &page, &board::board(&survey, Counts::of(&self.loaded.findings), self.voice))
    }

    fn findings(&self, place: &Place) -> Vec<u8> {
        let page = self.head(place, self.say("desk-findings"));
        self.fill("findings.html", &page, &findings::findings(self.site(), &self.loaded.findings, self.voice))
    }

    fn publishing(&self, place: &Place) -> Vec<u8> {
        let page = self.head(place, self.say("desk-publishing"));
        let told = self.desk.publishing.told(&self.desk.setup, self.loaded, self.voice);
        self.fill("publishing.html", &page, &told)
    }

    fn language(&self, place: &Place, locale: &Locale) -> Option<Vec<u8>> {
        let language = self.site().languages.get(locale)?;
        let survey = Survey::of(self.site(), &self.loaded.findings);
        let mut page = self.head(place, language.name.clone());
        page.title_lang = Some(locale.tag().to_owned());
        page.about = Some(self.say("desk-in-language"));
        Some(self.fill("list.html", &page, &lists::in_language(&survey, locale, self.voice)))
    }

    fn document(&self, place: &Place, id: &DocumentId) -> Option<Vec<u8>> {
        let document = self.site().documents.get(id)?;
        let survey = Survey::of(self.site(), &self.loaded.findings);
        let page = self.titled(place, document, None);
        let root = self.desk.setup.root_option.as_deref();
        Some(self.fill("document.html", &page, &document::document(&survey, document, root, self.voice)))
    }

    /// A page about a document.
    fn titled(&self, place: &Place, document: &Document, about: Option<String>) -> PageContext {
        let (title, locale) = state::title(self.site(), document);
        let mut page = self.head(place, title);
        page.title_lang = locale.map(|locale| locale.tag().to_owned());
        page.about = about;
        page
    }

    fn text(&self, place: &Place, view: View, locale: &Locale, id: &DocumentId) -> Option<Vec<u8>> {
        let findings = self.compared(self.site().documents.get(id)?);
        let survey = Survey::of(self.site(), &findings);
        let cell = survey.cell(id, locale)?;
        let page = self.of_text(place, view, &cell);
        let (site, voice) = (self.site(), self.voice);
        Some(match view {
            View::State => {
                let own = cell.working.map(|text| findings::of_file(site, &findings, &text.source, voice));
                let telling = text::Telling { site, cell: &cell, voice };
                self.fill("text.html", &page, &text::text(&telling, own.unwrap_or_default()))
            }
            View::Beside => self.fill("beside.html", &page, &beside::beside(site, &cell, voice)),
            View::InForce | View::Newest | View::Commit | View::Lacking => {
                let Setup { root, root_option, .. } = &*self.desk.setup;
                let root_option = root_option.as_deref();
                let comparing = redlines::Comparing { site, cell: &cell, voice, root, root_option };
                self.fill("redline.html", &page, &comparing.context(view))
            }
        })
    }

    /// A page about a text.
    fn of_text(&self, place: &Place, view: View, cell: &Cell<'_>) -> PageContext {
        let language = text::language(self.site(), cell.locale).to_owned();
        let about = match view {
            View::State => language.clone(),
            View::Beside if cell.working.is_none() => format!("{language}: {}", self.say("desk-view-original")),
            View::InForce => format!("{language}: {}", self.say("desk-view-in-force")),
            View::Newest => format!("{language}: {}", self.say("desk-view-newest")),
            View::Commit => format!("{language}: {}", self.say("desk-view-commit")),
            View::Beside => format!("{language}: {}", self.say("desk-view-beside")),
            View::Lacking => format!("{language}: {}", self.say("desk-view-lacking")),
        };
        let mut page = self.titled(place, cell.document, Some(about));
        let id = &cell.document.id;
        let document = Link::new(page.title.clone(), Place::Document(id.clone()).address(self.voice.tongue));
        page.crumbs.push(Link { lang: page.title_lang.clone(), ..document });
        if view != View::State {
            let place = Place::Text(View::State, cell.locale.clone(), id.clone());
            page.crumbs.push(Link::new(language, place.address(self.voice.tongue)).in_language(cell.locale.tag()));
        }
        page
    }

    /// The findings, and how the translations of a document differ from their original.
    fn compared(&self, document: &Document) -> Vec<Diagnostic> {
        let mut findings = self.loaded.findings.clone();
        findings.extend(of_document(self.site(), document));
        sort(&mut findings);
        findings
    }

    /// The page for an address at which nothing stands.
    fn nothing(&self) -> Vec<u8> {
        let mut page = self.head(&Place::Board, self.say("desk-nothing"));
        page.crumbs = vec![Link::new(self.say("desk-title"), Place::Board.address(self.voice.tongue))];
        page.menu.iter_mut().for_each(|link| link.current = false);
        page.languages.iter_mut().for_each(|link| link.current = link.lang.as_deref() == Some(self.voice.tongue.tag()));
        self.fill("message.html", &page, &MessageContext { sentence: self.say("desk-nothing-here") })
    }
}

/// Where the desk lies on the host of the preview.
pub const AT: &str = TOP;
