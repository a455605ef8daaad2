//! Serves the gallery and the sample pages at their own addresses, to look at them: `cargo run -p web --example gallery`.

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::Redirect;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let to =
        |sample: &'static str| get(move || async move { Redirect::temporary(&format!("/_khung/{sample}")) });
    let policy = HeaderValue::from_static(web::assets::CONTENT_SECURITY_POLICY);
    let app: Router = Router::new()
        .merge(web::assets::router())
        .merge(web::gallery::router())
        .route("/", to("home"))
        .route("/khong-cho", to("no-wait-units"))
        .route("/khong-cho/{unit}", to("no-wait-list"))
        .route("/thu-tuc", to("search"))
        .route("/thu-tuc/{code}", to("procedure"))
        .route("/tra-cuu", to("look-up"))
        .route("/tuy-chon", to("options"))
        .route("/tro-giup", to("help"))
        .route("/tro-nang", to("accessibility"))
        .route("/rieng-tu", to("privacy"))
        .route("/dong-ho", to("home"))
        .route("/nop/{code}", to("procedure"))
        .route("/nop/{code}/to-khai", to("procedure"))
        .route("/bang/{unit}/su-kien", get(stream))
        .layer(CompressionLayer::new())
        .layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, policy));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8099").await?;
    axum::serve(listener, app).await
}

/// A stream that stays open and says nothing: the sample display does not change.
async fn stream() -> Sse<impl futures_util::Stream<Item = Result<Event, std::convert::Infallible>>> {
    Sse::new(futures_util::stream::pending()).keep_alive(KeepAlive::default())
}
