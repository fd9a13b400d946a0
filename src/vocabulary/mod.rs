//! The field's words as types: a name that was checked once is never checked again.

mod day;
mod document;
mod locale;
mod path;
mod version;

pub use day::{Day, Instant, Zone};
pub use document::DocumentId;
pub use locale::{Direction, Locale, LocaleFault};
pub use path::{SitePath, SourcePath};
pub use version::VersionId;
