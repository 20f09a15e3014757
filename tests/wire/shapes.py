"""How each vendor words a request, an answer and an error."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from tests.wire.said import Case, Json, Seen, Vendor

_KINDS = {
    400: ("invalid_request_error", "INVALID_ARGUMENT"),
    401: ("authentication_error", "UNAUTHENTICATED"),
    402: ("billing_error", "FAILED_PRECONDITION"),
    403: ("permission_error", "PERMISSION_DENIED"),
    404: ("not_found_error", "NOT_FOUND"),
    422: ("invalid_request_error", "INVALID_ARGUMENT"),
    429: ("rate_limit_error", "RESOURCE_EXHAUSTED"),
    500: ("api_error", "INTERNAL"),
    503: ("overloaded_error", "UNAVAILABLE"),
    504: ("timeout_error", "DEADLINE_EXCEEDED"),
    529: ("overloaded_error", "UNAVAILABLE"),
}


def error_of(vendor: Vendor, status: int, message: str, **facts: Any) -> Json:
    """An error as the vendor words it."""
    kind, named = _KINDS.get(status, ("api_error", "INTERNAL"))
    match vendor:
        case "anthropic":
            return {"type": "error", "error": {"type": kind, "message": message} | facts, "request_id": "req_1"}
        case "google":
            return {"error": {"code": status, "message": message, "status": named} | facts}
        case "openrouter":
            return {"error": {"code": status, "message": message, "metadata": facts}, "user_id": "user_1"}
        case _:
            return {"error": {"message": message, "type": kind, "param": None, "code": None} | facts}


def seen_of(vendor: Vendor, path: str, body: Json, headers: Mapping[str, str]) -> Seen:
    """What is asked, out of a vendor's body."""
    if vendor == "google":
        model = path.removeprefix("/models/").removesuffix(":generateContent")
        prompt = "".join(part["text"] for part in body["contents"][0]["parts"])
        return Seen(vendor, model, prompt, body["generationConfig"].get("responseJsonSchema"), body, headers)
    prompt = "\n".join(str(message["content"]) for message in body["messages"])
    if vendor == "anthropic":
        schema = body.get("output_config", {}).get("format", {}).get("schema")
    else:
        schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
    return Seen(vendor, body["model"], prompt, schema, body, headers)


def answer_of(seen: Seen, case: Case, text: str, tokens: tuple[int, int], cost_usd: Decimal) -> Json:
    """A successful reply in the vendor's shape."""
    match seen.vendor:
        case "anthropic":
            return _message(seen, case, text, tokens)
        case "google":
            return _candidates(seen, case, text, tokens)
        case _:
            return _completion(seen, case, text, tokens, cost_usd)


def _completion(seen: Seen, case: Case, text: str, tokens: tuple[int, int], cost_usd: Decimal) -> Json:
    ends = {"cut": "length", "filtered": "content_filter", "error": "error"}
    message: Json = {"role": "assistant", "content": text, "refusal": None}
    if case.end == "refused":
        message |= {"content": None, "refusal": text}
    choice: Json = {"index": 0, "message": message, "finish_reason": ends.get(case.end, "stop")}
    body: Json = {"id": "gen-1", "object": "chat.completion", "model": seen.model, "choices": [choice]}
    usage: Json = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
    if seen.vendor == "openrouter":
        choice["native_finish_reason"] = choice["finish_reason"]
        body["provider"] = "Nowhere"
        usage |= {"cost": float(cost_usd), "is_byok": False, "cost_details": {"upstream_inference_cost": None}}
    if case.in_choice:
        choice["error"] = case.error
    elif case.error is not None:
        body["error"] = case.error
    if case.end == "empty":
        body["choices"] = []
    return body if case.end == "silent" else body | {"usage": usage}


def _message(seen: Seen, case: Case, text: str, tokens: tuple[int, int]) -> Json:
    reasons = {"cut": "max_tokens", "refused": "refusal", "filtered": "refusal", "error": "pause_turn"}
    content: list[Json] = [] if case.end == "empty" else [{"type": "text", "text": text}]
    body: Json = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": seen.model,
        "content": content,
        "stop_reason": reasons.get(case.end, "end_turn"),
    }
    if case.end in ("refused", "filtered"):
        body |= {"content": [], "stop_details": {"type": "refusal", "category": "general_harms", "explanation": text}}
    usage = {"input_tokens": tokens[0], "output_tokens": tokens[1], "service_tier": "standard"}
    return body if case.end == "silent" else body | {"usage": usage}


def _candidates(seen: Seen, case: Case, text: str, tokens: tuple[int, int]) -> Json:
    reasons = {"cut": "MAX_TOKENS", "filtered": "SAFETY", "error": "MALFORMED_RESPONSE"}
    usage = {"promptTokenCount": tokens[0], "candidatesTokenCount": tokens[1], "totalTokenCount": sum(tokens)}
    told: Json = {} if case.end == "silent" else {"usageMetadata": usage}
    if case.end == "refused":
        return {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, **told}
    if case.end == "empty":
        return {"candidates": [], **told}
    thought = {"text": "I think about it.", "thought": True}
    content: Json = {"role": "model", "parts": [thought, {"text": text}]}
    candidate: Json = {"content": content, "finishReason": reasons.get(case.end, "STOP"), "index": 0}
    if case.end == "filtered":
        del candidate["content"]
    return {"candidates": [candidate], **told, "modelVersion": seen.model}


def misused(seen: Seen) -> str:
    """What is wrong with a request that the real vendor would turn down; empty when nothing is."""
    body, known = seen.body, _FIELDS[seen.vendor]
    if strange := body.keys() - known:
        return f"Unknown parameter: {', '.join(sorted(strange))}"
    if missing := _NEEDED[seen.vendor] - body.keys():
        return f"Missing parameter: {', '.join(sorted(missing))}"
    if strange := _odd_effort(seen):
        return strange
    if seen.vendor == "openrouter" and seen.schema and not body.get("provider", {}).get("require_parameters"):
        return "the host would ignore response_format"
    if seen.schema is not None and seen.vendor != "local":
        return _loose(seen.schema)
    return ""


def effort_of(seen: Seen) -> Any:
    """How much the model is asked to think, wherever the vendor wants it said; None where nothing is."""
    match seen.vendor:
        case "openrouter":
            return seen.body.get("reasoning", {}).get("effort")
        case "anthropic":
            return seen.body.get("output_config", {}).get("effort")
        case "google":
            return seen.body.get("generationConfig", {}).get("thinkingConfig", {}).get("thinkingLevel")
        case _:
            return seen.body.get("reasoning_effort")


def _odd_effort(seen: Seen) -> str:
    """An effort that the vendor does not know, in the words of a refusal."""
    effort, known = effort_of(seen), _EFFORTS[seen.vendor]
    return "" if effort is None or effort in known else f"Unsupported value: effort {effort!r}; supported: {known}"


def _loose(schema: Json) -> str:
    """Where a schema breaks the rules for enforced forms."""
    if strange := schema.keys() - {"type", "enum", "items", "properties", "required", "additionalProperties", "anyOf"}:
        return f"Invalid schema for response_format: {json.dumps(sorted(strange))} is not permitted"
    if schema.get("type") == "object":
        fields = cast(Json, schema.get("properties", {}))
        if schema.get("additionalProperties") is not False or set(schema.get("required", ())) != set(fields):
            return "Invalid schema for response_format: objects are closed and require every field"
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ()), schema.get("items")]
    return next((wrong for one in inner if one and (wrong := _loose(one))), "")


_ALL = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
_EFFORTS: Mapping[Vendor, tuple[str, ...]] = {
    "openrouter": _ALL,
    "openai": _ALL,
    "anthropic": _ALL[2:],
    "google": ("MINIMAL", "LOW", "MEDIUM", "HIGH", "XHIGH"),
    "local": _ALL,
}
_CHAT = {"model", "messages", "response_format", "seed"}
_FIELDS = {
    "openrouter": _CHAT - {"seed"} | {"max_tokens", "provider", "reasoning"},
    "openai": _CHAT | {"max_completion_tokens", "store", "reasoning_effort"},
    "anthropic": {"model", "messages", "max_tokens", "output_config", "system"},
    "google": {"contents", "generationConfig"},
    "local": _CHAT | {"max_tokens", "reasoning_effort"},
}
_NEEDED = {
    "openrouter": {"model", "messages"},
    "openai": {"model", "messages"},
    "anthropic": {"model", "messages", "max_tokens"},
    "google": {"contents"},
    "local": {"messages"},
}
