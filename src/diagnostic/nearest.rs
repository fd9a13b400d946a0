//! The name that was probably meant.

/// The known name nearest to what was written, if one is near enough to be meant:
/// at most a third of its letters wrong (optimal string alignment distance).
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(&written.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= name.chars().count().max(3) / 3)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_found_and_far_ones_not() {
        let known = ["base_url", "title", "theme", "time_zone"];
        assert_eq!(nearest("baseurl", known), Some("base_url"));
        assert_eq!(nearest("Tilte", known), Some("title"));
        assert_eq!(nearest("colour", known), None);
    }
}
