//! Files beside the texts: which are published.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]

use super::project::{Project, SETTINGS};

#[test]
fn files_that_would_run_are_not_published_nor_archived() {
    let text = "# P\n\n[a](a.html) [b](b.pdf)\n\n![c](c.svg) ![d](d.svg)\n";
    let safe = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let project = Project::new(&[
        ("engross.toml", SETTINGS),
        ("content/p/en.md", text),
        ("content/p/a.html", "<script>x</script>"),
        ("content/p/b.pdf", "%PDF"),
        ("content/p/c.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>"),
        ("content/p/d.svg", safe),
    ]);
    let run = project.run(&["build"]).ends(0);
    let run = run.says(&["warning[file-active]", "`a.html` is not published: a file in .html", "content/p/en.md:3:5"]);
    run.says(&["`c.svg` is not published: <svg onload=…>", "content/p/en.md:5"]);
    let published = |name: &str| project.public().join("files/content/p").join(name).exists();
    assert_eq!(["a.html", "b.pdf", "c.svg", "d.svg"].map(published), [false, true, false, true]);
    project.run(&["archive", "p", "--uncommitted", "--effective", "2020-01-01"]).ends(0);
    let kept = project.root().join("versions/p/2020-01-01/files/content/p");
    assert_eq!(["a.html", "b.pdf", "c.svg", "d.svg"].map(|name| kept.join(name).exists()), [false, true, false, true]);
}
