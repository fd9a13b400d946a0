//! `sitemap.xml` and `robots.txt`: what search engines shall find, and in which languages.

use std::io;

use super::common::Alternate;
use super::xml::{self, Out, text};
use super::{document, home};
use crate::site::{Body, Route, Site};
use crate::vocabulary::{Day, SitePath};

/// The most addresses of one file, by the protocol of sitemaps.
const MOST: usize = 50_000;

/// A page that is to be found.
struct Place {
    url: String,
    updated: Option<Day>,
    alternates: Vec<Alternate>,
}

/// How many files the addresses need besides `sitemap.xml`, which then lists these.
pub(super) fn parts(site: &Site) -> usize {
    // Not every route is such an address.
    if site.routes.len() <= MOST {
        return 0;
    }
    let count = places(site).count();
    if count > MOST { count.div_ceil(MOST) } else { 0 }
}

/// The place of a file of the sitemap: 0 is `sitemap.xml`.
pub(super) fn path(part: usize) -> SitePath {
    SitePath::file(if part == 0 { "sitemap.xml".to_owned() } else { format!("sitemap-{part}.xml") })
}

/// The bytes of a file of the sitemap.
pub(super) fn render(site: &Site, part: usize) -> Vec<u8> {
    let parts = parts(site);
    xml::file(|out| match (part, parts) {
        (0, 1..) => index(out, site, parts),
        (0, _) => urls(out, places(site)),
        _ => urls(out, places(site).skip((part - 1) * MOST).take(MOST)),
    })
}

/// `robots.txt`: everything may be read.
pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: {}\n\nSitemap: {}\n", site.config.base_url.path(), site.url(&path(0)))
}

/// Every page that is canonical and not to be passed by.
fn places(site: &Site) -> impl Iterator<Item = Place> {
    site.routes.iter().filter_map(|(path, route)| {
        let place = |updated, alternates| Some(Place { url: site.url(path), updated, alternates });
        match route {
            Route::Home(_) => place(None, home::alternates(site)),
            Route::DocumentChooser(id) => {
                site.documents.get(id).filter(|document| !document.is_withdrawn)?;
                place(None, Vec::new())
            }
            Route::Document(id, locale) => {
                let document = site.documents.get(id).filter(|document| !document.is_withdrawn)?;
                let Body::Translated(text) = site.body(document, locale)? else { return None };
                place(text.updated(), document::alternates(site, document))
            }
            Route::Chooser | Route::Versions(..) | Route::ByDate(..) => place(None, Vec::new()),
            Route::Version(id, version, locale) => {
                // Others are at the main address, or are superseded.
                let is_upcoming = version.day() > site.world.today();
                let version = site.documents.get(id)?.timeline.get(*version).filter(|_| is_upcoming)?;
                version.texts.get(locale).and_then(|_| place(None, Vec::new()))
            }
            Route::Compare(..) | Route::Lacking(..) => None,
        }
    })
}

fn urls(out: &mut Out, places: impl Iterator<Item = Place>) -> io::Result<()> {
    let set = out.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    let set = set.with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
    let mut places = places;
    set.write_inner_content(|out| places.try_for_each(|place| url(out, &place)))?;
    Ok(())
}

fn url(out: &mut Out, place: &Place) -> io::Result<()> {
    out.create_element("url").write_inner_content(|out| {
        text(out, "loc", &place.url)?;
        if let Some(day) = place.updated {
            text(out, "lastmod", &day.to_string())?;
        }
        place.alternates.iter().try_for_each(|other| {
            let link = out.create_element("xhtml:link").with_attribute(("rel", "alternate"));
            let link = link.with_attribute(("hreflang", other.hreflang.as_str()));
            link.with_attribute(("href", other.url.as_str())).write_empty().map(drop)
        })
    })?;
    Ok(())
}

fn index(out: &mut Out, site: &Site, parts: usize) -> io::Result<()> {
    let set =
        out.create_element("sitemapindex").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    set.write_inner_content(|out| {
        (1..=parts).try_for_each(|part| {
            let url = site.url(&path(part));
            out.create_element("sitemap").write_inner_content(|out| text(out, "loc", &url)).map(drop)
        })
    })?;
    Ok(())
}
