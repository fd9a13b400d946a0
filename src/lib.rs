//! engross turns a folder of Markdown policies into a localized static site in which every date
//! can be trusted.
//!
//! Reading, thinking and writing are separate acts. Settings, the list of sources, the theme and
//! the git history are read first, into plain values. From there to the plan of the site
//! everything is a function of those values and of the day on which the site is looked at. Bytes
//! are made on demand: [`build`] renders every page on all cores, straight into a staged folder;
//! the preview renders the page that is asked for.
//!
//! ```text
//!  engross.toml     content/      themes/        .git           versions/
//!       │              │             │             │                │
//!    Config         Sources        Theme           │             Ledger  proves that no
//!       ├──────┬───────┤             │             │                │    archived byte changed
//!       │   Meaning  says what  ─────│─►  History (one walk,        │
//!       │      changed between       │    gix, remembered)          │
//!       │      two texts             │       │         └────► Archive   every document's
//!       └────────┬───────┬───────────┴───────┴──────────────────┘   versions in time
//!                ▼                  │  texts by path, loaded when needed (World)
//!              Site   documents, languages, fallbacks, what is in force today, routes, links,
//!                │      Currency of each translation, by Archive where that knows, else by History,
//!                │      Redline = compare(old Prose, new Prose) for pairs of versions
//!          ┌─────┴──────┐
//!          ▼            ▼
//!       check         Plan = BTreeMap<SitePath, Page>
//!     Diagnostics        │  render(page) → bytes
//!                        ├── build: all pages, in parallel, to a staged folder, then one exchange
//!                        ├── serve: the page asked for; and the desk, which tells an editor how things stand
//!                        └── tests: into memory
//! ```
//!
//! # Invariants
//! 1. Nothing below `cli` prints. IO sits only in `source/disk`, `history/git`, `archive/disk`,
//!    `output/disk`, `serve` and `cli`: clippy's list of disallowed calls holds it there.
//! 2. No stage changes the value of an earlier stage. There are no globals; the only locks are at
//!    the edges, in the sanitizer, whose callback needs one, and round the redlines that were made
//!    last, so that a page and its file for machines share one.
//! 3. What is wrong with an author's text is a [`diagnostic::Diagnostic`] with a place, never a
//!    failure; failures (disk, git, port) are small types that carry action and path.
//! 4. No type of the model can be serialized; only the contexts in `page`, the reports in `cli` and
//!    what `history/memory` keeps are.
//! 5. No link is resolved before [`site::Site`] exists.
//! 6. The same inputs give the same bytes: sorted maps, no hash order, no clock; the day is part of
//!    the [`source::World`].
//! 7. A file of a version in `versions/` is never rewritten; the ledger only grows.
//!
//! # Words
//! **Document**: one policy in all its languages. **Locale**: a BCP 47 tag. **Translation**: a
//! document in one locale; the **original** is the one in the source locale. **Revision**: a commit
//! that changed a translation's file. **Updated**: the day of the last revision that changed the
//! rendered text. **Touched**: the day of the last revision of the file. **Version**: a text and the
//! day from which it applies. **Effective date**: the first day in force. **Timeline**: a document's
//! versions in order. **Standing**: upcoming, in force, superseded. **Fallback**: the original shown
//! where a translation is missing. **Currency**: whether a translation has caught up with its
//! original: current, behind, ahead, missing. **Redline**: a comparison of two versions for a reader.
//!
//! # Layers
//! A module uses only what stands above it in this list; `tests/suite/tidy.rs` reads every
//! `use crate::…` against it. Neighbours in a row do not know each other.

// In reading order, which is the order of the layers.
pub mod vocabulary;

pub mod diagnostic;

pub mod data;

pub mod config;
pub mod history;
pub mod output;

pub mod language;
pub mod markdown;
pub mod serve;
pub mod source;

pub mod meaning;
pub mod redline;
pub mod theme;

pub mod archive;

pub mod site;

pub mod check;
pub mod page;

pub mod build;

pub mod desk;

pub mod cli;
