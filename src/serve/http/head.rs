//! The head of a request: its first line and its headers (RFC 9112), read strictly.

use tiny_http::Method;

/// The longest head.
pub(super) const LONGEST: usize = 64 << 10;

/// The longest first line, in what counts of it.
const LONGEST_TARGET: usize = 8 << 10;

/// The most lines.
const MOST_LINES: usize = 128;

/// What a request says.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) method: Method,
    pub(super) target: String,
    /// Only HTTP/1.0 can do without one.
    pub(super) host: Option<String>,
    /// `Accept-Language`.
    pub(super) languages: String,
    /// `If-None-Match`.
    pub(super) tags: String,
    /// Nothing that comes after it on this connection is read. A request with a body is the last one: nothing
    /// that is answered needs one, and what is not read as a body cannot be taken for a request.
    pub(super) is_last: bool,
}

/// Where the head ends that a buffer begins with. Lines that end without a carriage return end it too; it is
/// refused then, and nobody waits for more.
pub(super) fn end(buffer: &[u8], from: usize) -> Option<usize> {
    let from = from.saturating_sub(3);
    memchr::memchr_iter(b'\n', &buffer[from..]).map(|at| from + at + 1).find_map(|next| match buffer.get(next..) {
        Some([b'\n', ..]) => Some(next + 1),
        Some([b'\r', b'\n', ..]) => Some(next + 2),
        _ => None,
    })
}

/// Reads a head.
///
/// # Errors
/// The status with which it is refused.
pub(super) fn read(bytes: &[u8]) -> Result<Head, u16> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_suffix("\r\n\r\n").ok_or(400_u16)?;
    let mut lines = text.split("\r\n");
    let (method, target, minor) = first_line(lines.next().unwrap_or_default())?;
    let mut told = Told::default();
    for (count, line) in lines.enumerate() {
        if count == MOST_LINES {
            return Err(431);
        }
        told.line(line)?;
    }
    // What one server takes for the end of a request and the next does not is how requests are smuggled.
    let has_doubtful_body = told.is_coded && (told.length.is_some() || minor == 0);
    if has_doubtful_body || (minor > 0 && told.host.is_none()) {
        return Err(400);
    }
    let has_body = told.is_coded || told.length.is_some_and(|length| length > 0);
    let is_last = told.closes || minor == 0 || has_body;
    let Told { host, languages, tags, .. } = told;
    Ok(Head { method, target: target.to_owned(), host, languages: languages.join(","), tags: tags.join(","), is_last })
}

/// Method, target and the second number of the version.
fn first_line(line: &str) -> Result<(Method, &str, u8), u16> {
    let parts: Vec<&str> = line.split(' ').collect();
    let [method, target, version] = parts[..] else { return Err(400) };
    let is_plain = !target.is_empty() && !target.contains(char::is_control);
    if !is_token(method) || !is_plain {
        return Err(400);
    }
    let minor = match version.strip_prefix("HTTP/").ok_or(400_u16)?.as_bytes() {
        [b'1', b'.', minor] if minor.is_ascii_digit() => minor - b'0',
        [major, b'.', minor] if major.is_ascii_digit() && minor.is_ascii_digit() => return Err(505),
        _ => return Err(400),
    };
    if target.len() > LONGEST_TARGET {
        return Err(414);
    }
    Ok((method.parse().map_err(|()| 400_u16)?, target, minor))
}

/// What the headers say, of which most say nothing here.
#[derive(Default)]
struct Told {
    host: Option<String>,
    languages: Vec<String>,
    tags: Vec<String>,
    length: Option<u64>,
    is_coded: bool,
    closes: bool,
}

impl Told {
    fn line(&mut self, line: &str) -> Result<(), u16> {
        // A name without its colon at once, or a line that goes on with the one before, is no token.
        let (name, value) = line.split_once(':').filter(|(name, _)| is_token(name)).ok_or(400_u16)?;
        if value.contains(|c: char| c.is_control() && c != '\t') {
            return Err(400);
        }
        let value = value.trim_matches([' ', '\t']);
        match name.to_ascii_lowercase().as_str() {
            "host" if self.host.is_some() => return Err(400),
            "host" => self.host = Some(value.to_owned()),
            "content-length" => {
                let length = number(value).ok_or(400_u16)?;
                if self.length.replace(length).is_some_and(|other| other != length) {
                    return Err(400);
                }
            }
            "transfer-encoding" => self.is_coded = true,
            "connection" => self.closes |= value.split(',').any(|word| word.trim().eq_ignore_ascii_case("close")),
            // The answer comes without a word that the body may come: it is not wanted.
            "expect" if !value.eq_ignore_ascii_case("100-continue") => return Err(417),
            "accept-language" => self.languages.push(value.to_owned()),
            "if-none-match" => self.tags.push(value.to_owned()),
            _ => {}
        }
        Ok(())
    }
}

/// A number of digits alone.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &str) -> Result<Head, u16> {
        read(format!("{}\r\n\r\n", lines.replace('\n', "\r\n")).as_bytes())
    }

    #[test]
    fn a_head_says_what_it_says() {
        let head = told("GET /en/?a HTTP/1.1\nhost:localhost:1 \nAccept-Language: de\nACCEPT-LANGUAGE:\tja\nX: ü");
        let head = head.expect("a head");
        assert_eq!((head.target.as_str(), head.host.as_deref()), ("/en/?a", Some("localhost:1")));
        assert_eq!((head.languages.as_str(), head.is_last), ("de,ja", false));
        for last in ["Connection: keep-alive, Close", "Content-Length: 7", "Transfer-Encoding: chunked"] {
            assert!(told(&format!("GET / HTTP/1.1\nHost: a\n{last}")).expect(last).is_last, "{last}");
        }
        assert!(told("GET / HTTP/1.0").expect("no host is needed").is_last);
    }

    #[test]
    fn what_is_no_head_is_refused() {
        for (lines, status) in [
            ("GET /", 400),
            ("GET / HTTP/1.1", 400),
            ("GET  / HTTP/1.1\nHost: a", 400),
            ("GET / a HTTP/1.1\nHost: a", 400),
            ("GET /\u{1} HTTP/1.1\nHost: a", 400),
            ("GET / HTTP/1.1x\nHost: a", 400),
            ("GET / HTTP/2.0\nHost: a", 505),
            ("GET / HTTP/1.1\nHost: a\nHost: a", 400),
            ("GET / HTTP/1.1\nHost : a", 400),
            ("GET / HTTP/1.1\nHost: a\n b", 400),
            ("GET / HTTP/1.1\nHost: a\nX: \r", 400),
            ("GET / HTTP/1.1\nHost: a\nX: \0", 400),
            ("GET / HTTP/1.1\nHost: a\nContent-Length: +1", 400),
            ("GET / HTTP/1.1\nHost: a\nContent-Length: 1\nContent-Length: 2", 400),
            ("GET / HTTP/1.1\nHost: a\nContent-Length: 99999999999999999999999", 400),
            ("GET / HTTP/1.1\nHost: a\nContent-Length: 1\nTransfer-Encoding: chunked", 400),
            ("GET / HTTP/1.0\nHost: a\nTransfer-Encoding: chunked", 400),
            ("GET / HTTP/1.1\nHost: a\nExpect: wonders", 417),
            (&format!("GET /{} HTTP/1.1\nHost: a", "a".repeat(9000)), 414),
            (&format!("GET / HTTP/1.1\nHost: a{}", "\na: b".repeat(200)), 431),
        ] {
            assert_eq!(told(lines).err(), Some(status), "{lines:?}");
        }
    }

    #[test]
    fn a_head_ends_at_an_empty_line() {
        assert_eq!(end(b"GET /\r\nA: b\r\n\r\nGET", 0), Some(15));
        assert_eq!(end(b"GET /\r\nA: b\r\n\r\nGET", 14), Some(15));
        assert_eq!((end(b"GET /\n\nb", 0), end(b"GET /\r\n\r", 0), end(b"", 0)), (Some(7), None, None));
    }
}
