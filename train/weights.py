"""Rescale and round the weights inside a CRFsuite model file.

A perceptron's weights have no natural scale: times a constant, the best labels stay the same, but the marginals leave
0 and 1 and can be calibrated. Rounded to a few bits of mantissa the file packs to two thirds. The layout is that of
CRFsuite 0.12, `lib/crf/src/crf1d_model.c`: a header of 48 bytes, in which the offset of the features stands at byte
28; there a chunk head (`FEAT`, size, number), then for each feature type, source, target as `u32` and its weight as
`f64`."""

import struct

FEATURE = struct.Struct("<IIId")


def rescaled(model: bytes, scale: float, *, bits: int = 7) -> bytes:
    """Return the model with each weight multiplied by `scale` and rounded to `bits` bits of mantissa."""
    out = bytearray(model)
    (start,) = struct.unpack_from("<I", model, 28)
    chunk, _, number = struct.unpack_from("<4sII", model, start)
    if model[:4] != b"lCRF" or chunk != b"FEAT":
        raise ValueError("not a CRFsuite 0.12 model: its features are not where they should be")
    drop = 52 - bits
    half = 1 << (drop - 1)
    for index in range(number):
        at = start + 12 + index * FEATURE.size + 12
        (weight,) = struct.unpack_from("<d", model, at)
        (raw,) = struct.unpack("<Q", struct.pack("<d", weight * scale))
        struct.pack_into("<Q", out, at, (raw + half) >> drop << drop)
    return bytes(out)
