"""Spark and Ray give exactly the rows of one process. Run by `nox -s engines`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

from ruspolnews.arrow import SCHEMA, parse_batches  # noqa: E402

TEXTS = [
    "«Переговоры идут», — сказал Илья Зорич.",
    "На мост дадут от 5 до 7 млн рублей, считает Анна Лужина.",
    "Погода хорошая.",
    "По словам Зорича, денег нет.",
]
ROWS = [{"id": str(n), "text": f"{TEXTS[n % len(TEXTS)]} {n}."} for n in range(200)]


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    batch = pa.RecordBatch.from_pylist(ROWS, pa.schema({"id": pa.string(), "text": pa.string()}))
    return [row for found in parse_batches([batch]) for row in found.to_pylist()]


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: int(row["id"]))


def test_spark_gives_the_rows_of_one_process(expected: list[dict[str, Any]]) -> None:
    pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").config("spark.driver.bindAddress", "127.0.0.1")
    spark = builder.config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame([(row["id"], row["text"]) for row in ROWS], "id string, text string")
        found = frame.repartition(3).mapInArrow(parse_batches, from_arrow_schema(SCHEMA)).collect()
        assert in_order([row.asDict(recursive=True) for row in found]) == expected
    finally:
        spark.stop()


def parse_table(table: Any) -> Any:
    """Turn one block of Ray into results."""
    batches: Iterator[Any] = iter(table.to_batches())
    return pa.Table.from_batches(list(parse_batches(batches)), SCHEMA)


def test_ray_gives_the_rows_of_one_process(expected: list[dict[str, Any]]) -> None:
    pytest.importorskip("ray")
    import ray.data

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        source = ray.data.from_arrow(pa.Table.from_pylist(ROWS)).repartition(3)
        found = source.map_batches(parse_table, batch_format="pyarrow").to_arrow_refs()
        rows = [row for table in ray.get(found) for row in table.to_pylist()]
        assert in_order(rows) == expected
    finally:
        ray.shutdown()
