//! Kinds of errors. Their names are promises: never renamed, never reused.

use axum::http::StatusCode;
use i18n::Key as K;

/// A kind of error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each has its title in both languages")]
pub enum Code {
    BadRequest,
    InvalidJson,
    DuplicateKey,
    UnknownParameter,
    BadParameter,
    BadCursor,
    IdempotencyKeyMissing,
    Unauthenticated,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    DuplicateDossier,
    KeyReused,
    Stale,
    TooLarge,
    UnsupportedMediaType,
    Invalid,
    Refused,
    PreconditionRequired,
    TooManyRequests,
    Fault,
    Unavailable,
}

impl Code {
    /// All kinds, in the order of their status.
    pub const ALL: [Self; 22] = [
        Self::BadRequest,
        Self::InvalidJson,
        Self::DuplicateKey,
        Self::UnknownParameter,
        Self::BadParameter,
        Self::BadCursor,
        Self::IdempotencyKeyMissing,
        Self::Unauthenticated,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::DuplicateDossier,
        Self::KeyReused,
        Self::Stale,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::Invalid,
        Self::Refused,
        Self::PreconditionRequired,
        Self::TooManyRequests,
        Self::Fault,
        Self::Unavailable,
    ];

    /// Name, status and title.
    const fn row(self) -> (&'static str, StatusCode, K) {
        match self {
            Self::BadRequest => ("bad_request", StatusCode::BAD_REQUEST, K::ApiBadRequest),
            Self::InvalidJson => ("invalid_json", StatusCode::BAD_REQUEST, K::ApiInvalidJson),
            Self::DuplicateKey => ("duplicate_key", StatusCode::BAD_REQUEST, K::ApiDuplicateKey),
            Self::UnknownParameter => ("unknown_parameter", StatusCode::BAD_REQUEST, K::ApiUnknownParameter),
            Self::BadParameter => ("bad_parameter", StatusCode::BAD_REQUEST, K::ApiBadParameter),
            Self::BadCursor => ("bad_cursor", StatusCode::BAD_REQUEST, K::ApiBadCursor),
            Self::IdempotencyKeyMissing => {
                ("idempotency_key_missing", StatusCode::BAD_REQUEST, K::ApiIdempotencyKeyMissing)
            }
            Self::Unauthenticated => ("unauthenticated", StatusCode::UNAUTHORIZED, K::ApiUnauthenticated),
            Self::Forbidden => ("forbidden", StatusCode::FORBIDDEN, K::ApiForbidden),
            Self::NotFound => ("not_found", StatusCode::NOT_FOUND, K::ApiNotFound),
            Self::MethodNotAllowed => {
                ("method_not_allowed", StatusCode::METHOD_NOT_ALLOWED, K::ApiMethodNotAllowed)
            }
            Self::DuplicateDossier => ("duplicate_dossier", StatusCode::CONFLICT, K::ApiDuplicateDossier),
            Self::KeyReused => ("key_reused", StatusCode::CONFLICT, K::ApiKeyReused),
            Self::Stale => ("stale", StatusCode::PRECONDITION_FAILED, K::ApiStale),
            Self::TooLarge => ("too_large", StatusCode::PAYLOAD_TOO_LARGE, K::ApiTooLarge),
            Self::UnsupportedMediaType => {
                ("unsupported_media_type", StatusCode::UNSUPPORTED_MEDIA_TYPE, K::ApiUnsupportedMediaType)
            }
            Self::Invalid => ("invalid", StatusCode::UNPROCESSABLE_ENTITY, K::ApiInvalid),
            Self::Refused => ("refused", StatusCode::UNPROCESSABLE_ENTITY, K::ApiRefused),
            Self::PreconditionRequired => {
                ("precondition_required", StatusCode::PRECONDITION_REQUIRED, K::ApiPreconditionRequired)
            }
            Self::TooManyRequests => ("too_many_requests", StatusCode::TOO_MANY_REQUESTS, K::ErrorsTooMany),
            Self::Fault => ("fault", StatusCode::INTERNAL_SERVER_ERROR, K::ApiFault),
            Self::Unavailable => ("unavailable", StatusCode::SERVICE_UNAVAILABLE, K::ApiUnavailable),
        }
    }

    /// The name in `code` and `type`.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// The status of the answer.
    pub const fn status(self) -> StatusCode {
        self.row().1
    }

    /// Its title.
    pub const fn title(self) -> K {
        self.row().2
    }
}
