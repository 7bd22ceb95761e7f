"""Films: what names one in many languages where it stands alone, below it or on its picture."""

FILMS = frozenset({"video", "vídeo", "vidéo", "wideo", "видео", "відео", "βίντεο", "فيديو", "動画", "视频", "影片"})
