"""The stages an article goes through, in this order: cleaned, its data and images made regular, checked, written."""

from pipelines.check import Check
from pipelines.clean import Clean
from pipelines.images import Images
from pipelines.metadata import Metadata
from pipelines.write import Write

STAGES = [Clean, Metadata, Images, Check, Write]
