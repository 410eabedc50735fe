//! The publisher's settings.

use citizens_academy_player::domain::signup::plan::Plan;
use citizens_academy_player::settings::Config;
use citizens_academy_player::settings::signup::Signup;
use citizens_academy_player::settings::signup::Way;
use citizens_academy_player::settings::signup::names;
use citizens_academy_player::site::csp;

/// What could open the content policy, lead elsewhere, or leave its line in a report.
const NASTY: &[&str] = &[
    "https://",
    "http://127.0.0.1:80",
    "http://localhost",
    "https://a.example",
    "@b.example/",
    "; script-src *",
    "'unsafe-inline'",
    "*",
    "\\n",
    "\\u0000",
    "\\u202e",
    "\">",
    "javascript:",
    "mailto:",
    "%00",
    "[::1]",
    "publisher",
    "progress",
    "ask",
    "off",
    "signup",
];

/// The settings in the repository, and every example of its documentation.
fn valid() -> Vec<String> {
    let read = |path| std::fs::read_to_string(path).expect(path);
    let document = read("docs/signup.md");
    let blocks = document.split("```json\n").skip(1);
    let blocks = blocks.map(|rest| rest.split("```").next().expect("an end").to_owned());
    let progress = ["on", "ask", "off"];
    let progress = progress.map(|mode| format!(r#"{{"publisher": "P", "progress": "{mode}"}}"#));
    let own = [read("public/config.json")];
    own.into_iter().chain(progress).chain(blocks).collect()
}

/// Checks what holds of all settings that were accepted.
fn assert_sound(config: &Config) {
    assert!(!config.publisher.trim().is_empty());
    let signup = config.signup.as_ref();
    let origin = signup.and_then(Signup::origin);
    let to = csp::destinations(signup, origin.as_deref());
    let policy = csp::policy("", "", to);
    let names: Vec<&str> = policy
        .split("; ")
        .map(|directive| directive.split(' ').next().unwrap_or_default())
        .collect();
    let default = csp::policy("", "", csp::Destinations::default());
    let expected = default.split("; ");
    let expected = expected.map(|directive| directive.split(' ').next().unwrap_or_default());
    assert_eq!(names, expected.collect::<Vec<_>>(), "{policy}");
    for origin in [to.connect, to.form].into_iter().flatten() {
        let local = ["http://127.", "http://localhost", "http://[::1]"];
        let local = local.iter().any(|start| origin.starts_with(start));
        assert!(local || origin.starts_with("https://"), "{origin}");
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:/[]_".contains(c);
        assert!(origin.chars().all(plain), "{origin}");
    }
    if let Some(Way::Form(form)) = signup.map(|signup| &signup.way) {
        let json = form.plan.to_json().to_string().parse().expect("JSON");
        assert_eq!(Plan::from_json(&json).as_ref(), Some(&form.plan));
        let values: Vec<String> = form.plan.asks.iter().map(|_| "x".to_owned()).collect();
        assert_eq!(form.plan.request(&values).url, form.plan.url);
    }
}

#[test]
fn settings_are_sound_or_refused_in_sentences() {
    let valid = valid();
    let valid: Vec<&str> = valid.iter().map(String::as_str).collect();
    let mut words: Vec<&str> = names::ALL.concat();
    words.extend(names::MODES.iter().chain(names::PRESETS).chain(NASTY));
    let (mut taken, mut refused) = (0, 0);
    mutator::each("settings", &valid, &words, |bytes| {
        match Config::read(&String::from_utf8_lossy(bytes)) {
            Ok(config) => {
                taken += 1;
                assert_sound(&config);
            }
            Err(problems) => {
                refused += 1;
                assert!(!problems.is_empty());
                for problem in problems {
                    assert!(problem.starts_with("public/config.json: "), "{problem}");
                    assert!(!problem.contains(char::is_control), "{problem:?}");
                }
            }
        }
    });
    assert!(taken > mutator::ROUNDS / 50, "{taken} were taken");
    assert!(refused > mutator::ROUNDS / 20, "{refused} were refused");
}
