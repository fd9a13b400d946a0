//! The suite: whole sites, by the library and by the binary.

mod again;
mod archive;
mod corpora;
mod dates;
mod desk;
mod determinism;
mod disk;
mod exits;
mod files;
mod hosts;
mod links;
mod memory;
mod messages;
mod names;
mod pages;
mod project;
mod reading;
mod repositories;
mod robust;
mod serve;
mod tidy;
mod translations;
mod versions;
