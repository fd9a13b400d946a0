//! Temporary.
use super::site::Site;
use super::*;
#[test]
fn explore() {
    let cases: Vec<(&str, &str)> =
        include_str!("/tmp/cases.txt").split("\n=====\n").filter_map(|c| c.split_once('\n')).collect();
    let folder = tempfile::tempdir().unwrap();
    let settings = "[site]\nbase_url = \"https://x.example.com/\"\n[content]\nhtml = \"sanitize\"\n[variables]\ncompany = \"A & *B* <C>\"\nurl = \"https://x.org/\"\n";
    for (name, text) in &cases {
        let f = folder.path().join(format!("content/{name}"));
        fs::create_dir_all(&f).unwrap();
        fs::write(f.join("en.md"), text).unwrap();
    }
    fs::write(folder.path().join("engross.toml"), settings).unwrap();
    let site = Site::in_folder(folder.path(), settings);
    let built = site.build_any();
    for text in &site.texts {
        match built.articles.get(&text.page) {
            None => println!("{}: there is no {}\n", text.name, text.page),
            Some(page) => print!("{}", difference(&text.name, &text.read(), page)),
        }
    }
    println!("{}", built.pages_that_hold(&["{:", "{#", "{{", "[["]));
    println!("{} {}", site.texts.len(), built.articles.len());
}
