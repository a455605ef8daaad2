//! Serving: the socket, the router of the pages, hourly work, and an orderly end.

mod connections;
mod hourly;
mod minutely;
mod packs;

use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;

use app::App;
use i18n::Key;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::Networks;

use crate::context::Context;
use crate::failure::Failure;

/// Takes the address; nothing is answered yet.
///
/// # Errors
/// [`Failure::Refused`] with what to do when somebody else has it.
pub async fn bind(context: &Context) -> Result<(TcpListener, SocketAddr), Failure> {
    let wanted = context.settings.listen;
    let refused = |error: std::io::Error| {
        let texts = [("address", &*wanted.to_string()), ("problem", &*error.to_string())];
        context.refuse(Key::CliCannotListen, &texts)
    };
    let listener = TcpListener::bind(wanted).await.map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    Ok((listener, address))
}

/// Serves until the process is asked to stop; requests that were begun are answered.
///
/// # Errors
/// [`Failure::Refused`] when the system gives no signals.
pub async fn run(context: &Context, app: App, listener: TcpListener) -> Result<(), Failure> {
    let stop = asked_to_stop().map_err(|error| Failure::refused(format!("no signals: {error}")))?;
    let beside = [
        tokio::spawn(hourly::run(app.clone())),
        tokio::spawn(minutely::run(app.clone())),
        tokio::spawn(packs::run(app.clone())),
    ];
    let networks = Networks {
        trusted_proxies: context.settings.trusted_proxies.clone(),
        own: context.settings.own_networks.clone(),
    };
    connections::serve(listener, web::router_with(app, networks), pin!(stop)).await;
    beside.iter().for_each(tokio::task::JoinHandle::abort);
    tracing::info!("stopped");
    Ok(())
}

/// Ends on SIGTERM and SIGINT.
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
