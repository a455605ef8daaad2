//! Small files, good and bad, made here.

/// A PDF of so many pages, with a table of contents that is right to the byte.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned();
    objects.extend(std::iter::repeat_n(page, pages));
    with_objects(&objects, "")
}

/// A PDF of these objects, numbered from 1; the first one is the catalogue.
pub(crate) fn with_objects(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    file.extend(places.iter().flat_map(|place| format!("{place:010} 00000 n \n").into_bytes()));
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
    file.extend(end.bytes());
    file
}

/// A JPEG whose headers are sound; its data is not.
pub(crate) fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut file = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\x00\x00\x01\x00\x01\x00\x00".to_vec();
    file.extend(frame(width, height));
    file.extend(scan());
    file.extend([0xff, 0xd9]);
    file
}

/// The same with more segments before the frame and bytes after the end.
pub(crate) fn jpeg_with(segments: &[&[u8]], after: &[u8]) -> Vec<u8> {
    let plain = jpeg(640, 480);
    let (head, rest) = plain.split_at(20);
    [head, &segments.concat(), rest, after].concat()
}

fn frame(width: u16, height: u16) -> Vec<u8> {
    let [high, low] = height.to_be_bytes();
    let [left, right] = width.to_be_bytes();
    vec![0xff, 0xc0, 0x00, 0x0b, 8, high, low, left, right, 1, 1, 0x11, 0]
}

fn scan() -> Vec<u8> {
    b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00data\xff\x00\xff\xd0data".to_vec()
}

/// An EXIF segment with an orientation, and a text behind it.
pub(crate) fn exif(text: &[u8], orientation: u8) -> Vec<u8> {
    let mut body = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    body.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    body.extend(text);
    let length = u16::try_from(body.len() + 2).unwrap();
    [&[0xff, 0xe1][..], &length.to_be_bytes(), &body].concat()
}

/// Files that are refused by their first or last bytes, with a word for each.
pub(crate) fn no_papers() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("program", b"MZ\x90\x00 This program cannot be run in DOS mode".to_vec()),
        ("linux program", b"\x7fELF\x02\x01\x01".to_vec()),
        ("page", b"<!doctype html><script>alert(1)</script>".to_vec()),
        ("archive", b"PK\x03\x04\x14\x00".to_vec()),
        ("png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("text", "Tờ khai".as_bytes().to_vec()),
        ("pdf behind a page", [b"<script>1</script>".as_slice(), &pdf(1)].concat()),
        ("pdf before an archive", [pdf(1).as_slice(), b"PK\x03\x04"].concat()),
        ("pdf before a page", [pdf(1).as_slice(), b"<html>"].concat()),
        ("pdf with a long tail", [pdf(1), vec![b' '; 5_000]].concat()),
        ("zeros", vec![0; 100]),
    ]
}

/// PDF files made to break their reader.
pub(crate) fn traps() -> Vec<(&'static str, Vec<u8>)> {
    let catalogue = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let tree = |kids: &str| format!("<< /Type /Pages /Kids [{kids}] /Count 1 >>");
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let deeper = "<< /A ".repeat(200_000);
    let laughs: Vec<String> = std::iter::once(catalogue.clone())
        .chain((3..40).map(|next| tree(&format!("{next} 0 R {next} 0 R"))))
        .chain([tree("41 0 R"), "<< /Type /Page /MediaBox [0 0 9 9] >>".to_owned()])
        .collect();
    vec![
        ("half", pdf(3).into_iter().take(120).chain(*b"\n%%EOF").collect()),
        ("only a head", b"%PDF-1.7\n%%EOF\n".to_vec()),
        ("deep array", with_objects(&[catalogue.clone(), deep.clone()], "")),
        ("deep dictionary", with_objects(&[catalogue.clone(), deeper], "")),
        ("deep trailer", with_objects(&[catalogue.clone(), tree("")], &format!("/X {deep}"))),
        ("loop of pages", with_objects(&[catalogue.clone(), tree("2 0 R")], "")),
        ("longer loop", with_objects(&[catalogue.clone(), tree("3 0 R"), tree("2 0 R")], "")),
        ("a tree that doubles at each step", with_objects(&laughs, "")),
        ("loop of tables", with_objects(&[catalogue, tree("")], "/Prev 9")),
        ("no pages", pdf(0)),
        ("two gigabytes of nothing", bomb(2_000)),
    ]
}

/// A PDF whose table of contents inflates to so many megabytes of zeros.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut deflate = flate2::Compress::new(flate2::Compression::fast(), false);
    let mut block = vec![0; 64 * 1024];
    deflate.compress(&vec![0; 1 << 20], &mut block, flate2::FlushCompress::Full).unwrap();
    // After a full flush the stream starts afresh, so one megabyte can be said again and again.
    block.truncate(usize::try_from(deflate.total_out()).unwrap());
    let data = [b"\x78\x01".to_vec(), block.repeat(megabytes)].concat();
    let head = format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length {} >>\nstream\n",
        data.len()
    );
    [head.as_bytes(), &data, b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"].concat()
}
