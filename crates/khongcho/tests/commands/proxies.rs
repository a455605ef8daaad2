//! A server behind a proxy: whose address its log names.

use std::fs::File;

use crate::run::Running;

#[test]
fn the_log_names_the_client_only_where_the_proxy_is_trusted() {
    let rows: [(&[&str], &str); 2] =
        [(&["--trusted-proxy", "127.0.0.0/8", "--trusted-proxy", "::1"], "203.0.113.9"), (&[], "127.0.0.1")];
    for (flags, client) in rows {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let mut arguments = vec!["serve", "--lang", "en", "--log", "info"];
        arguments.extend_from_slice(flags);
        let server = Running::start_logging(&arguments, folder.path(), File::create(&log).unwrap());
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let answer = agent
            .post(format!("{}/dang-nhap", server.base))
            .header("x-forwarded-for", "127.0.0.1, 203.0.113.9")
            .header("content-type", "application/x-www-form-urlencoded")
            .send("username=khong.ai&password=sai");
        assert_eq!(answer.unwrap().status(), 422);
        assert_eq!(server.stop(), 0);
        let said = std::fs::read_to_string(&log).unwrap();
        let line = said.lines().find(|line| line.contains("a log-in failed")).unwrap_or(&said);
        assert!(line.contains(&format!("client={client} ")), "{flags:?}: {line}");
        assert!(!line.contains("khong.ai"), "nobody is named: {line}");
    }
}
