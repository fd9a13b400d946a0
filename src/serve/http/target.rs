//! What is asked for: the path and the query of a request.

use percent_encoding::percent_decode_str;

/// A path that stays within the site, and what stands behind it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Decoded once; begins with `/`.
    pub(super) path: String,
    /// As it was sent.
    pub(super) query: String,
}

impl Target {
    /// Reads what a request asks for; `None` if that is no address of the site, or could lead out of it. `hosts` are
    /// those by whose whole addresses a file may be asked for too, as proxies ask.
    pub(super) fn read(target: &str, hosts: &[String]) -> Option<Self> {
        let whole = target.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("http://"));
        let target = match whole {
            Some(_) => {
                let (host, _) = target[7..].split_once('/')?;
                hosts.iter().find(|known| known.eq_ignore_ascii_case(host))?;
                &target[7 + host.len()..]
            }
            None => target,
        };
        let target = target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Some(Self { path: clean(path)?, query: query.to_owned() })
    }
}

/// The path, decoded once; `None` for what could lead out of the site, or to another host if it stood in a link.
fn clean(path: &str) -> Option<String> {
    let hides_slash = path.as_bytes().windows(3).any(|part| part.eq_ignore_ascii_case(b"%2f"));
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    let is_harmful = path.contains(|c: char| c == '\\' || c.is_control())
        || path.split('/').any(|part| part == ".." || part == ".")
        || path.starts_with("//");
    (path.starts_with('/') && !hides_slash && !is_harmful).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(target: &str) -> Option<String> {
        Target::read(target, &["localhost:1111".to_owned()]).map(|target| target.path)
    }

    #[test]
    fn no_address_leads_out_of_the_site() {
        for harmful in ["/../etc/passwd", "/%2e%2e/etc", "/a/%2E%2E/b", "/a%5c..%5cb", "/a%00", "etc", "/./a", "/%ff"] {
            assert_eq!(path(harmful), None, "{harmful}");
        }
        for harmful in ["//evil.example/", "/..%2fetc", "/a%2Fb", "/%c0%ae%c0%ae/a", "*", "", "/a%0d%0ab", "/a\\b"] {
            assert_eq!(path(harmful), None, "{harmful}");
        }
        assert_eq!(path("/ja/%E6%96%B9%E9%87%9D/").as_deref(), Some("/ja/方針/"));
        assert_eq!(path("/a..b/").as_deref(), Some("/a..b/"));
        assert_eq!(path("/%252e%252e/").as_deref(), Some("/%2e%2e/"));
    }

    #[test]
    fn a_whole_address_is_one_of_this_host() {
        assert_eq!(path("http://localhost:1111/en/?a#b").as_deref(), Some("/en/"));
        for other in ["http://localhost/en/", "http://evil.example/en/", "http://localhost:1111", "file:///en/", "ä://"]
        {
            assert_eq!(path(other), None, "{other}");
        }
        let read = Target::read("/en/?a=%20?b#c", &[]);
        assert_eq!(read, Some(Target { path: "/en/".to_owned(), query: "a=%20?b".to_owned() }));
    }
}
