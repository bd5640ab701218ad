"""Ids made from content, so that two runs, or two engines, name the same thing alike."""

from hashlib import blake2b


def content_id(prefix: str, *parts: str) -> str:
    """Return ``prefix`` and 12 hex digits of the parts' digest (48 bits: a clash at 20 million, one in ten)."""
    digest = blake2b(digest_size=6)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "little") + raw)
    return f"{prefix}{digest.hexdigest()}"
