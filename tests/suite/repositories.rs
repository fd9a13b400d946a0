//! Every odd repository: the date that `git log` would give where it can be trusted, else none
//! and a finding that says what to do.

mod around;
mod clocks;
mod clones;
mod damaged;
mod forms;
mod ignored;
mod listed;
mod marks;
mod meaning;
mod merges;
mod nested;
mod partial;
mod renames;
mod sites;
mod spelling;
mod trust;
mod variables;
mod work;
