//! Temporary.
#[path = "suite"]
mod suite {
    mod reading;
}
