"""The panel's words of a launch as plain data, for a page and for a bundle of evidence."""

from typing import Any

from geo.services.dossier import Block, ClaimRow, Dossier


def panel_as_json(dossier: Dossier) -> dict[str, Any]:
    return {
        "label": dossier.label,
        "headline": list(dossier.headline),
        "summary": dossier.summary,
        "blocks": [_block(block) for block in dossier.blocks],
        "not_stated": list(dossier.not_stated),
        "day_reasoning": dossier.day_reasoning,
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "title": block.title,
        "contradictory": block.contradictory,
        "rows": [_row(row) for row in block.rows],
        "findings": [
            {"class": each.finding_class.value, "sentence": each.sentence, "detail": each.detail, "gap": each.gap}
            for each in block.differences
        ],
    }


def _row(row: ClaimRow) -> dict[str, Any]:
    return {
        "claim": row.claim_id,
        "value": row.value,
        "detail": row.detail,
        "speaker": row.speaker,
        "words": row.words,
        "preferred": row.preferred,
        "superseded": row.superseded,
        "references": [{"label": each.label, "url": each.url} for each in row.references],
    }
