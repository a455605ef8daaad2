//! Every address of the API, once: the router and its description are both made from this table.

use super::{act, assessments, dossiers, files, openapi, procedures, public};
use crate::site::Site;
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};
use i18n::Key as K;

/// One method of one address.
pub struct Endpoint {
    /// `get` or `post`.
    pub method: &'static str,
    /// Below `/api/v1`.
    pub path: &'static str,
    /// Its name in the description.
    pub id: &'static str,
    /// What it is for.
    pub purpose: K,
    /// Whether no token is needed.
    pub public: bool,
    /// Whoever answers.
    pub route: MethodRouter<Site>,
}

fn reads(path: &'static str, id: &'static str, purpose: K, route: MethodRouter<Site>) -> Endpoint {
    Endpoint { method: "get", path, id, purpose, public: false, route }
}

fn writes(path: &'static str, id: &'static str, purpose: K, route: MethodRouter<Site>) -> Endpoint {
    Endpoint { method: "post", path, id, purpose, public: false, route }
}

impl Endpoint {
    const fn open(mut self) -> Self {
        self.public = true;
        self
    }
}

/// Takes a file, which is larger than any other body.
fn file_route() -> MethodRouter<Site> {
    post(files::create).layer(DefaultBodyLimit::max(files::BODY_BYTES_MAX))
}

/// All of them.
pub fn all() -> Vec<Endpoint> {
    vec![
        reads("/units", "listUnits", K::ApiDoUnits, get(procedures::units)).open(),
        reads("/procedures", "listProcedures", K::ApiDoProcedures, get(procedures::list)).open(),
        reads("/procedures/{code}", "getProcedure", K::ApiDoProcedure, get(procedures::one)).open(),
        writes("/assessments", "assess", K::ApiDoAssess, post(assessments::create)),
        writes("/dossiers", "receiveDossier", K::ApiDoReceive, post(dossiers::create)),
        reads("/dossiers", "listWork", K::ApiDoWork, get(dossiers::list)),
        reads("/dossiers/{code}", "getDossier", K::ApiDoDossier, get(dossiers::one)),
        reads("/dossiers/{code}/events", "listEvents", K::ApiDoEvents, get(dossiers::events)),
        reads("/dossiers/{code}/receipt.pdf", "getReceipt", K::ApiDoReceipt, get(dossiers::receipt)),
        reads("/dossiers/{code}/result.pdf", "getResult", K::ApiDoResult, get(dossiers::result)),
        writes("/dossiers/{code}/actions/{act}", "act", K::ApiDoAct, post(act::act)),
        writes("/dossiers/{code}/files", "addFile", K::ApiDoFile, file_route()),
        writes("/status", "lookUp", K::ApiDoStatus, post(public::by_pin)).open(),
        reads("/status/{token}", "getStatus", K::ApiDoStatusToken, get(public::by_token)).open(),
        reads("/openapi.json", "getDescription", K::ApiDoOpenapi, get(openapi::serve)).open(),
    ]
}
