//! Reads the `.ftl` files of one language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

/// One message: where it stands, what it says, which variables it fills in.
pub struct Text {
    /// `vi/public.ftl`, for messages of the build.
    pub file: String,
    /// The text as a reader sees it, variables as `{$name}`; for documentation.
    pub shown: String,
    /// The whole text when nothing is filled in.
    pub plain: Option<String>,
    /// Names of variables, selectors included.
    pub variables: BTreeSet<String>,
}

/// All messages of one language by id, and the files they came from.
pub struct Language {
    /// Message id to text.
    pub texts: BTreeMap<String, Text>,
    /// Absolute paths of the files.
    pub files: Vec<PathBuf>,
}

/// Reads every `.ftl` file of a folder; all problems at once.
pub fn language(folder: &Path) -> Result<Language, Vec<String>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| vec![format!("{}: {error}", folder.display())])?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();
    let mut texts = BTreeMap::new();
    let mut problems = Vec::new();
    for file in &files {
        read_file(file, &mut texts, &mut problems);
    }
    if problems.is_empty() { Ok(Language { texts, files }) } else { Err(problems) }
}

fn read_file(path: &Path, texts: &mut BTreeMap<String, Text>, problems: &mut Vec<String>) {
    let area = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let language = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    let file = format!("locales/{language}/{area}.ftl");
    let source = match std::fs::read_to_string(path) {
        Ok(source) => source,
        Err(error) => return problems.push(format!("{file}: {error}")),
    };
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            return problems.extend(errors.iter().map(|error| format!("{file}: {error} at {:?}", error.pos)));
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => match read_message(message, area, &file) {
                Ok(text) => {
                    let id = message.id.name.clone();
                    if let Some(first) = texts.insert(id.clone(), text) {
                        problems.push(format!("{file}: `{id}` stands twice, first in {}", first.file));
                    }
                }
                Err(problem) => problems.push(problem),
            },
            Entry::Term(term) => problems.push(format!("{file}: terms are not used here: -{}", term.id.name)),
            Entry::Junk { content } => problems.push(format!("{file}: not understood: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
}

fn read_message(message: &Message<String>, area: &str, file: &str) -> Result<Text, String> {
    let id = &message.id.name;
    if !id.starts_with(&format!("{area}-")) {
        return Err(format!("{file}: `{id}` must start with `{area}-`, the name of its file"));
    }
    let (Some(pattern), true) = (&message.value, message.attributes.is_empty()) else {
        return Err(format!("{file}: `{id}` must be one text without attributes"));
    };
    let mut reader = Reader::default();
    reader.pattern(pattern).map_err(|what| format!("{file}: `{id}`: {what}"))?;
    let plain = reader.variables.is_empty().then(|| reader.shown.clone());
    Ok(Text { file: file.to_owned(), shown: reader.shown, plain, variables: reader.variables })
}

/// Collects the visible text and the variables of a pattern.
#[derive(Default)]
struct Reader {
    shown: String,
    variables: BTreeSet<String>,
}

impl Reader {
    fn pattern(&mut self, pattern: &Pattern<String>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.shown.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression)?,
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &Expression<String>) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err("only a variable can choose between variants".to_owned());
                };
                self.variables.insert(id.name.clone());
                let shown = std::mem::take(&mut self.shown);
                let mut default = String::new();
                for variant in variants {
                    self.pattern(&variant.value)?;
                    let text = std::mem::take(&mut self.shown);
                    if variant.default {
                        default = text;
                    }
                }
                self.shown = shown + &default;
                Ok(())
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { value } => self.shown.push_str(value),
            InlineExpression::NumberLiteral { value } => self.shown.push_str(value),
            InlineExpression::VariableReference { id } => {
                self.shown.push_str(&format!("{{${}}}", id.name));
                self.variables.insert(id.name.clone());
            }
            InlineExpression::Placeable { expression } => self.expression(expression)?,
            InlineExpression::FunctionReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {
                return Err("only variables can be filled in".to_owned());
            }
        }
        Ok(())
    }
}
