//! Forms as a browser would send them: what stands in the page unless the story writes something else.

/// A form of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// Where it goes; empty means the page itself.
    pub action: String,
    /// Whether it is sent as multipart, for files.
    pub multipart: bool,
    /// The fields with their values, hidden ones included.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The fields with those of `typed` put in place of what stood there. A name that appears several times in
    /// `typed` is sent several times.
    pub fn filled(&self, typed: &[(&str, &str)]) -> Vec<(String, String)> {
        let kept =
            self.fields.iter().filter(|(name, _)| typed.iter().all(|(other, _)| other != name)).cloned();
        kept.chain(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    }
}

/// The forms of `html`.
pub fn forms(html: &str) -> Vec<Form> {
    let mut found: Vec<Form> = Vec::new();
    let mut inside = false;
    let mut select: Option<(String, Option<String>)> = None;
    let mut rest = html;
    while let Some((tag, after)) = next_tag(rest) {
        rest = after;
        if tag.is("form") {
            inside = true;
            let multipart = tag.get("enctype").is_some_and(|kind| kind.starts_with("multipart"));
            found.push(Form { action: tag.get("action").unwrap_or_default(), multipart, fields: Vec::new() });
        } else if tag.is("/form") {
            inside = false;
        } else if let Some(form) = found.last_mut().filter(|_| inside) {
            read_field(&tag, after, form, &mut select);
        }
    }
    found
}

fn read_field(tag: &Tag, after: &str, form: &mut Form, select: &mut Option<(String, Option<String>)>) {
    let name = tag.get("name").unwrap_or_default();
    if tag.is("input") && !name.is_empty() {
        let kind = tag.get("type").unwrap_or_default();
        let sent = match kind.as_str() {
            "checkbox" | "radio" => tag.has("checked"),
            "submit" | "button" | "image" | "file" | "reset" => false,
            _ => true,
        };
        if sent {
            let unset = if matches!(kind.as_str(), "checkbox" | "radio") { "on" } else { "" };
            form.fields.push((name, tag.get("value").unwrap_or_else(|| unset.to_owned())));
        }
    } else if tag.is("textarea") && !name.is_empty() {
        let content = after.split("</textarea").next().unwrap_or_default();
        form.fields.push((name, decode(content)));
    } else if tag.is("select") {
        *select = Some((name, None));
    } else if tag.is("option") {
        if let Some((_, chosen)) = select
            && (chosen.is_none() || tag.has("selected"))
        {
            let text = after.split('<').next().unwrap_or_default();
            *chosen = Some(tag.get("value").unwrap_or_else(|| decode(text.trim())));
        }
    } else if tag.is("/select")
        && let Some((name, Some(value))) = select.take()
    {
        form.fields.push((name, value));
    }
}

struct Tag {
    name: String,
    attributes: Vec<(String, Option<String>)>,
}

impl Tag {
    fn is(&self, name: &str) -> bool {
        self.name == name
    }

    fn has(&self, attribute: &str) -> bool {
        self.attributes.iter().any(|(name, _)| name == attribute)
    }

    fn get(&self, attribute: &str) -> Option<String> {
        self.attributes.iter().find(|(name, _)| name == attribute)?.1.clone()
    }
}

/// The next tag and what follows it.
fn next_tag(html: &str) -> Option<(Tag, &str)> {
    let open = html.find('<')?;
    let mut rest = &html[open + 1..];
    if let Some(comment) = rest.strip_prefix("!--") {
        return next_tag(comment.split_once("-->").map_or("", |(_, after)| after));
    }
    let name = take(&mut rest, |c| !c.is_whitespace() && c != '>').to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        take(&mut rest, |c| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let attribute = take(&mut rest, |c| !c.is_whitespace() && c != '=' && c != '>').to_ascii_lowercase();
        attributes.push((attribute, take_value(&mut rest)));
    }
    Some((Tag { name, attributes }, rest.strip_prefix('>').unwrap_or(rest)))
}

fn take<'a>(rest: &mut &'a str, belongs: impl Fn(char) -> bool) -> &'a str {
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken
}

fn take_value(rest: &mut &str) -> Option<String> {
    *rest = rest.strip_prefix('=')?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else { return Some(decode(take(rest, |c| !c.is_whitespace() && c != '>'))) };
    *rest = &rest[1..];
    let value = decode(take(rest, |c| c != quote));
    *rest = rest.strip_prefix(quote).unwrap_or(rest);
    Some(value)
}

/// The few references that templates write.
fn decode(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (reference, character)| text.replace(reference, character))
}

#[test]
fn a_form_is_read_as_a_browser_would_send_it() {
    let html = r#"<!-- <form action="/no"> --><form method=post action="/a?x=1" enctype="multipart/form-data">
        <input type="hidden" name="token" value="a&amp;b"><input name=text><input type=checkbox name=c value=1 checked>
        <input type=checkbox name=d value=1><input type="radio" name="r" value="x"/><input type=file name=f>
        <select name="s"><option value="1">one<option value="2" selected>two</select>
        <textarea name="t">xin &lt;chào&gt;</textarea><button name="b" value="1">Gửi</button></form>
        <input name="outside">"#;
    let found = forms(html);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].action.as_str(), found[0].multipart), ("/a?x=1", true));
    let fields: Vec<_> =
        found[0].fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(fields, [("token", "a&b"), ("text", ""), ("c", "1"), ("s", "2"), ("t", "xin <chào>")]);
}

#[test]
fn typed_values_take_the_place_of_what_stood_there() {
    let form = Form { fields: vec![("a".into(), "1".into()), ("b".into(), "2".into())], ..Form::default() };
    let filled = form.filled(&[("b", "3"), ("c", "4"), ("c", "5")]);
    let plain: Vec<_> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(plain, [("a", "1"), ("b", "3"), ("c", "4"), ("c", "5")]);
}
