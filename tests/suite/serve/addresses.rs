//! What stands at which address of the preview, with which headers.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;

use scraper::{Html, Selector};

use super::{Preview, Reply, site};
use crate::project::{Project, Tree};

/// This repository's own site, which has versions, feeds and comparisons.
fn own_site() -> Project {
    let project = Project::new(&[]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["engross.toml", "content", "versions"] {
        for entry in walkdir::WalkDir::new(root.join(name)).into_iter().map(|entry| entry.expect("an entry")) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
                project.write(&path, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    project
}

fn preview_of(project: Project) -> Preview {
    let command = project.command(&["serve", "--port", "0"]);
    Preview::of(project, command)
}

/// What every file of a site is, by its name.
fn kind(path: &str) -> &'static str {
    match path.rsplit(['.', '/']).next().expect("an ending") {
        _ if path.ends_with("feed.xml") => "application/atom+xml; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

/// The headers that `_headers` has for the start page.
fn of_start_page(project: &Project) -> Vec<(String, String)> {
    let text = fs::read_to_string(project.public().join("_headers")).expect("_headers");
    let lines = text.lines().skip(1).map_while(|line| line.strip_prefix("  ")?.split_once(": "));
    lines.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect()
}

#[test]
fn every_file_has_the_headers_of_the_site_and_the_type_of_what_it_is() {
    let project = own_site();
    project.run(&["build"]).ends(0);
    let (headers, files) = (of_start_page(&project), Tree::of(&project.public()));
    assert!(headers.len() >= 6 && headers.iter().any(|(name, _)| name == "strict-transport-security"));
    let preview = preview_of(project);
    let paths: Vec<String> =
        files.0.iter().filter(|(_, bytes)| bytes.is_some()).map(|(path, _)| slashes(path)).collect();
    assert!(paths.len() > 150);
    for path in paths.iter().filter(|path| !path.starts_with(".engross")) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let reply = preview.ask(&address, "");
        assert_eq!((reply.status, reply.header("content-type")), (200, kind(path)), "{path}");
        for (name, value) in &headers {
            let wanted = if name == "strict-transport-security" { "" } else { value };
            assert_eq!(reply.header(name), wanted, "{name} of {path}");
        }
        let lasts = path.starts_with("assets/");
        assert_eq!(reply.header("cache-control"), if lasts { "no-cache" } else { "no-store" }, "{path}");
        if path.ends_with(".html") {
            links_say_what_they_lead_to(&preview, &reply, &address);
        }
    }
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The `type` of a link is that of the file.
fn links_say_what_they_lead_to(preview: &Preview, page: &Reply, address: &str) {
    let selector = Selector::parse("link[type][href]").expect("a selector");
    for link in Html::parse_document(&page.text()).select(&selector) {
        let (kind, href) = (link.attr("type").expect("a type"), link.attr("href").expect("an address"));
        let folder = address.rsplit_once('/').expect("a folder").0;
        let mut parts: Vec<&str> = if href.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
        for part in href.split('/') {
            match part {
                ".." => drop(parts.pop()),
                "." => {}
                part => parts.push(part),
            }
        }
        let reply = preview.ask(&parts.join("/"), "");
        assert_eq!(reply.status, 200, "{href} on {address}");
        assert_eq!(reply.header("content-type").split(';').next(), Some(kind), "{href} on {address}");
    }
}

#[test]
fn the_start_page_leads_on_as_on_the_main_host() {
    let project = Project::new(&[("engross.toml", "[site]\nbase_url = \"https://www.example.com/\"\n")]);
    for locale in ["en", "en-GB", "de", "ja", "pt-BR"] {
        project.write(&format!("content/privacy/{locale}.md"), "# Title\n\nA text.\n");
    }
    let preview = preview_of(project);
    for (accepted, target) in [
        ("de", "/de/"),
        ("DE", "/de/"),
        (" de-CH-1996 ;q=0.3, en", "/de/"),
        ("en-gb", "/en-GB/"),
        ("en-US,en;q=0.9", "/en/"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "/ja/"),
        ("pt", "/pt-BR/"),
        ("pt-PT", "/pt-BR/"),
    ] {
        let reply = preview.ask("/?a=b%20c", &format!("Accept-Language: {accepted}\r\n"));
        assert_eq!((reply.status, reply.header("location")), (302, format!("{target}?a=b%20c").as_str()), "{accepted}");
        assert_eq!((reply.header("vary"), reply.header("cache-control")), ("Accept-Language", "no-store"));
    }
    let german = "Accept-Language: de\r\n";
    for (address, lines) in
        [("/", ""), ("/", "Accept-Language: fr,de\r\n"), ("/", "Accept-Language: *\r\n"), ("/index.html", german)]
    {
        let reply = preview.ask(address, lines);
        assert!(reply.status == 200 && reply.text().contains("href=\"de/\""), "{address} {lines}: {reply:?}");
    }
    assert_eq!(preview.ask("/privacy/", german).status, 200);
    assert_eq!(preview.ask("/privacy", german).header("location"), "/privacy/");
}

#[test]
fn a_site_below_a_path_is_led_to_there() {
    let preview = preview_of(Project::new(&[("content/privacy/en.md", "# Privacy\n\nA text.\n")]));
    let moved = |address: &str, lines: &str| {
        let reply = preview.ask(address, lines);
        (reply.status, reply.header("location").to_owned())
    };
    assert_eq!(moved("/?x", ""), (301, "/legal/?x".to_owned()));
    assert_eq!(moved("/legal/", "Accept-Language: en\r\n"), (302, "/legal/en/".to_owned()));
    assert_eq!(moved("/legal/en/privacy", ""), (301, "/legal/en/privacy/".to_owned()));
    for address in ["/legal/", "/legal/en/privacy/", "/legal/no", "/no"] {
        assert!(
            preview.ask(address, "").header("content-security-policy").starts_with("default-src 'none'"),
            "{address}"
        );
    }
}

/// The address of the style sheet.
fn sheet(preview: &Preview) -> String {
    let page = preview.ask("/en/privacy/", "").text();
    let (_, rest) = page.split_once("href=\"../../assets/").expect("a style sheet");
    format!("/assets/{}", rest.split('"').next().expect("its name"))
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let preview = Preview::start();
    for address in [sheet(&preview).as_str(), "/-/preview.css", "/en/privacy/", "/files/content/privacy/large.bin"] {
        let first = preview.ask(address, "");
        let tag = first.header("etag");
        assert!(first.status == 200 && tag.len() == 34 && !first.body.is_empty(), "{address}: {first:?}");
        for tags in [tag.to_owned(), format!("\"other\", W/{tag}"), "*".to_owned()] {
            let again = preview.ask(address, &format!("If-None-Match: {tags}\r\n"));
            assert_eq!((again.status, again.header("etag"), again.header("content-type")), (304, tag, ""), "{address}");
            assert_eq!(again.header("cache-control"), first.header("cache-control"));
        }
        assert_eq!(preview.ask(address, "If-None-Match: \"other\"\r\n").status, 200);
        assert_eq!(preview.ask(address, "").header("etag"), tag, "the same bytes have the same tag");
    }
    let tag = preview.ask("/en/privacy/", "").header("etag").to_owned();
    let matching = format!("If-None-Match: {tag}\r\n");
    preview.project.write("content/privacy/en.md", "# Privacy\n\nAnother text.\n");
    // It is read again in a moment; until then the old page is the page.
    while preview.ask("/en/privacy/", &matching).status == 304 {}
    assert!(preview.ask("/en/privacy/", &matching).text().contains("Another text."));
    // A page that is not there has no tag, and is never kept.
    let missing = preview.ask("/assets/no.css", "If-None-Match: *\r\n");
    assert_eq!((missing.status, missing.header("etag"), missing.header("cache-control")), (404, "", "no-store"));
}

#[test]
fn a_head_is_the_head_of_the_answer() {
    let preview = Preview::start();
    for address in ["/", "/en/privacy/", "/en/privacy", "/no", "/files/content/privacy/large.bin", "/-/reload.js"] {
        let get = preview.ask(address, "");
        let head = preview.request(address, "Connection: close\r\n").replacen("GET", "HEAD", 1);
        let head = String::from_utf8(preview.all(head.as_bytes())).expect("text");
        let (head, body) = head.split_once("\r\n\r\n").expect("a head");
        assert_eq!(body, "", "{address}");
        for (name, value) in get.headers.iter().filter(|(name, _)| *name != "date") {
            let same = head.lines().any(|line| {
                line.split_once(": ").is_some_and(|(own, other)| own.eq_ignore_ascii_case(name) && other == value)
            });
            assert!(same, "{name}: {value} of {address}\n{head}");
        }
    }
    let events = preview.request("/-/events", "Connection: close\r\n").replacen("GET", "HEAD", 1);
    assert!(preview.all(events.as_bytes()).starts_with(b"HTTP/1.1 200 OK\r\n"));
}

#[test]
fn both_loopback_addresses_are_answered() {
    let preview = Preview::start();
    let has_both = std::net::TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
    let addresses: [(IpAddr, &str); 2] =
        [(Ipv4Addr::LOCALHOST.into(), "127.0.0.1"), (Ipv6Addr::LOCALHOST.into(), "[::1]")];
    for (address, name) in addresses.into_iter().take(1 + usize::from(has_both)) {
        for name in [name, "localhost", "LocalHost"] {
            let mut stream = preview.connect_to(address).expect("a connection");
            let request = format!("GET /en/ HTTP/1.1\r\nHost: {name}:{}\r\n\r\n", preview.port);
            std::io::Write::write_all(&mut stream, request.as_bytes()).expect("a request");
            let reply = Reply::read(&mut std::io::BufReader::new(stream)).expect("an answer");
            assert_eq!(reply.status, 200, "{name} at {address}");
        }
    }
}

#[test]
fn a_whole_address_and_an_old_version_are_understood() {
    let preview = preview_of(site());
    let whole = format!("http://LOCALHOST:{}/en/privacy/", preview.port);
    assert!(preview.ask(&whole, "").text().contains("A short text."));
    let old = format!("GET /en/privacy/ HTTP/1.0\r\nHost: localhost:{}\r\n\r\n", preview.port);
    let answer = String::from_utf8(preview.all(old.as_bytes())).expect("text");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\r\nConnection: close\r\n"), "{answer}");
}
