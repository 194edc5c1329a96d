"""What the documents of the api hold."""

from marshmallow import INCLUDE, Schema, fields


class Words(Schema):
    sv = fields.String(required=True)
    en = fields.String(required=True)


class Open(Schema):
    """A document that may hold more than what is named here."""

    class Meta:
        unknown = INCLUDE


class Indicator(Open):
    id = fields.String(required=True)
    identifier = fields.String(required=True)
    label = fields.Nested(Words, required=True)
    theme = fields.Dict(required=True)
    unit = fields.Dict(required=True)
    decimals = fields.Integer(required=True)
    levels = fields.Dict(keys=fields.String(), values=fields.Dict(), required=True)
    sources = fields.List(fields.Dict(), required=True)
    licence = fields.Dict(required=True)
    address = fields.String(required=True)


class Indicators(Open):
    edition = fields.String(required=True)
    indicators = fields.List(fields.Nested(Indicator), required=True)


class Area(Open):
    code = fields.String(required=True)
    name = fields.String(required=True)
    level = fields.String(required=True)
    parent = fields.String(required=True, allow_none=True)


class Areas(Open):
    edition = fields.String(required=True)
    areas = fields.List(fields.Nested(Area), required=True)
    total = fields.Integer(required=True)
    next = fields.String(required=True, allow_none=True)


class Row(Schema):
    indicator = fields.String(required=True)
    area = fields.String(required=True)
    name = fields.String(required=True)
    year = fields.Integer(required=True)
    value = fields.Float(required=True, allow_none=True)
    status = fields.String(required=True)


class Values(Open):
    edition = fields.String(required=True)
    indicators = fields.List(fields.Dict(), required=True)
    rows = fields.Integer(required=True)
    total = fields.Integer(required=True)
    next = fields.String(required=True, allow_none=True)
    data = fields.List(fields.Nested(Row), required=True)


class United(Open):
    edition = fields.String(required=True)
    area = fields.String(required=True)
    united = fields.Dict(required=True, allow_none=True)
    method = fields.Nested(Words, required=True)
    indicators = fields.List(fields.Dict(), required=True)
    data = fields.List(fields.Dict(), required=True)


class Flows(Open):
    edition = fields.String(required=True)
    indicator = fields.String(required=True)
    within = fields.String(required=True)
    first = fields.Integer(required=True)
    last = fields.Integer(required=True)
    left_out = fields.Integer(required=True)
    data = fields.List(fields.Dict(), required=True)


class Editions(Open):
    current = fields.String(required=True)
    editions = fields.List(fields.Dict(), required=True)


class Measures(Open):
    edition = fields.String(required=True)
    grouping = fields.Dict(required=True)
    areas = fields.List(fields.String(), required=True)
    data = fields.List(fields.Dict(), required=True)


class ProblemDetails(Open):
    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String(required=True)
